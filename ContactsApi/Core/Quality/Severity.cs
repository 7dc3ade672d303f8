namespace ContactsApi.Core.Quality;

/// <summary>How much a finding matters, the worst first.</summary>
public enum Severity
{
    /// <summary>People are told something false, or cannot be helped by a channel at all.</summary>
    Error,

    /// <summary>Answers are less certain, or less useful, than they could be.</summary>
    Warning,

    /// <summary>It may well be right; somebody should look once.</summary>
    Notice,
}
