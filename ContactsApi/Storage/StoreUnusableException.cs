using ContactsApi.Core;

namespace ContactsApi.Storage;

/// <summary>The store cannot be used, in words that tell an operator what to do. The service does not start on it.</summary>
public sealed class StoreUnusableException(LocalizedText explanation, Exception? cause = null) : Exception(explanation.En, cause)
{
    public LocalizedText Explanation { get; } = explanation;
}
