namespace ContactsApi.Core;

/// <summary>The languages in which the service speaks to people, and in which channels serve them.</summary>
public enum Language
{
    Ru,
    En,
}

/// <summary>A text that a person reads, in every language of the service.</summary>
public sealed record LocalizedText(string Ru, string En)
{
    public string In(Language language) => language == Language.En ? En : Ru;
}
