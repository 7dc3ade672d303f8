namespace ContactsApi.Storage;

/// <summary>What an API key lets its holder do. Each includes those before it.</summary>
public enum Scope
{
    /// <summary>Read, with limits of one's own.</summary>
    Read,

    /// <summary>Keep the catalog true: edit it, announce outages, judge corrections.</summary>
    Steward,

    /// <summary>Give out keys and see who wrote what.</summary>
    Admin,
}
