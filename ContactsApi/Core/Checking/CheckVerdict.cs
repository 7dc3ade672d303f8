namespace ContactsApi.Core.Checking;

/// <summary>What the catalog knows of a value.</summary>
/// <remarks>
/// It is no judgement of who uses it: none says "safe", none says "fraud". In the order of how little one may rely on it, so that of several
/// values the last one counts.
/// </remarks>
public enum CheckVerdict
{
    /// <summary>It is listed, and a steward found it to be the support centre's own.</summary>
    Verified,

    /// <summary>The source names it, and nobody verified it.</summary>
    Listed,

    /// <summary>It is listed, and a steward found it, or says it, to be another's.</summary>
    Disputed,

    /// <summary>It was listed in an earlier revision, and is not now.</summary>
    FormerlyListed,

    /// <summary>It is not listed and never was.</summary>
    Unknown,

    /// <summary>It is not listed, and is easily taken for one that is.</summary>
    LookAlike,
}
