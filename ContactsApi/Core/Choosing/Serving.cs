using ContactsApi.Core.Catalogs;

namespace ContactsApi.Core.Choosing;

/// <summary>Which channels can help with a question at all, whatever the moment.</summary>
public static class Serving
{
    /// <summary>Those that nothing speaks against: first those for just this question, then by the editors' order.</summary>
    public static IReadOnlyList<ChannelDesk> DesksFor(ContactDirectory directory, Question question)
    {
        var touched = Eligibility.TouchedBy(question);
        return
        [
            .. directory.DesksOf(question.Segment, question.Region)
                .Where(desk => Eligibility.Against(desk.Channel, question, desk.AgainstBeforehand, touched) == default)
                .OrderByDescending(desk => Eligibility.IsSpecialised(desk.Channel, question))
                .ThenBy(desk => desk.Priority)
                .ThenBy(desk => desk.Channel.Id, StringComparer.Ordinal),
        ];
    }
}
