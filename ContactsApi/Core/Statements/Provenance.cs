namespace ContactsApi.Core.Statements;

/// <summary>Where a value comes from when it is no statement: a passage, or our own editing.</summary>
public static class Provenance
{
    /// <summary>Stands in place of a reference: the source does not state this value.</summary>
    public const string Editorial = "editorial";

    /// <summary>Stands in place of a reference: an operator set it, as an incident or an override.</summary>
    public const string Operator = "operator";
}
