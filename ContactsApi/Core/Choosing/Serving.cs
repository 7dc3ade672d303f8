namespace ContactsApi.Core.Choosing;

/// <summary>Which channels can help with a question at all, whatever the moment.</summary>
public static class Serving
{
    /// <summary>Those that nothing speaks against: first those for just this question, then by the editors' order.</summary>
    public static IReadOnlyList<ServedChannel> ChannelsFor(ContactDirectory directory, Question question)
    {
        var touched = Eligibility.TouchedBy(question);
        return
        [
            .. directory.ServedIn(question.Segment, question.Region)
                .Where(served => Eligibility.Against(served.Channel, question, served.AgainstBeforehand, touched) == default)
                .OrderByDescending(served => Eligibility.IsSpecialised(served.Channel, question))
                .ThenBy(served => served.Priority)
                .ThenBy(served => served.Channel.Id, StringComparer.Ordinal),
        ];
    }
}
