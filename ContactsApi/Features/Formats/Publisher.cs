using ContactsApi.Core;

namespace ContactsApi.Features.Formats;

/// <summary>Whose channels these are.</summary>
public static class Publisher
{
    public static Text Name { get; } = new("Госуслуги", "Gosuslugi");

    public static Text FullName { get; } = new("Госуслуги, центр поддержки", "Gosuslugi support centre");
}
