using ContactsApi.Core;

namespace ContactsApi.Storage;

/// <summary>The store cannot be used, in words that tell an operator what to do. The service does not start on it.</summary>
public sealed class StoreUnusableException(Text explanation, Exception? cause = null) : Exception(explanation.En, cause)
{
    public Text Explanation { get; } = explanation;
}
