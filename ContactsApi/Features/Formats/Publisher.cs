using ContactsApi.Core;

namespace ContactsApi.Features.Formats;

/// <summary>Whose channels these are.</summary>
public static class Publisher
{
    public static LocalizedText Name { get; } = new("Госуслуги", "Gosuslugi");

    public static LocalizedText FullName { get; } = new("Госуслуги, центр поддержки", "Gosuslugi support centre");
}
