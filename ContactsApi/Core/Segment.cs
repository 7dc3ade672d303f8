namespace ContactsApi.Core;

/// <summary>Whom a caller speaks for.</summary>
public enum Segment
{
    Individual,
    LegalEntity,
    Abroad,
}
