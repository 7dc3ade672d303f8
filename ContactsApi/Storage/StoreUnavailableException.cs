namespace ContactsApi.Storage;

/// <summary>The store does not answer for the time being. What is in memory is not touched by that.</summary>
public sealed class StoreUnavailableException(Exception cause) : Exception(cause.Message, cause);
