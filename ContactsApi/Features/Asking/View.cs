using System.Diagnostics.CodeAnalysis;

namespace ContactsApi.Features.Asking;

/// <summary>How much of an answer is shown.</summary>
public enum View
{
    Full,

    [SuppressMessage("Naming", "CA1720", Justification = "It is the word that callers write.")]
    Short,
}
