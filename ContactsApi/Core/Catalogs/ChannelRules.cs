using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Catalogs;

/// <summary>What makes a channel whole: an address of one form, doors that lead somewhere, statements of something that exists.</summary>
internal sealed class ChannelRules(Catalog catalog)
{
    public static IEnumerable<CatalogProblem> ProblemsOf(Catalog catalog)
    {
        var rules = new ChannelRules(catalog);
        return catalog.Channels.SelectMany((channel, i) => rules.ProblemsOf(channel, $"$.channels[{i}]"));
    }

    private IEnumerable<CatalogProblem> ProblemsOf(Channel channel, string path)
    {
        if (channel.Priority.Count == 0)
            yield return new($"{path}.priority", new("канал не служит ни одному сегменту", "the channel serves no segment"));
        if (channel.Address is not (null or { Phone: not null, Uri: null, Display: null } or { Phone: null, Display: not null }))
            yield return new($"{path}.address", new("нужен либо один phone, либо display, с uri или без", "either phone alone, or display with or without uri, is needed"));
        else if (channel.Address?.Phone is { } phone && FormRules.Phone($"{path}.address.phone", phone) is { } wrong)
            yield return wrong;
        foreach (var problem in DoorProblems(channel, path))
            yield return problem;
        if (channel.StatementsOf is { } other && !MayHaveStatementsOf(other, channel))
            yield return new($"{path}.statementsOf", new($"«{other}» не канал с собственными утверждениями", $"'{other}' is no other channel with statements of its own"));
        foreach (var problem in channel.TimeZone is { } zone ? FormRules.Zone(zone, $"{path}.timeZone") : [])
            yield return problem;
        foreach (var topic in channel.Restrictions.Topics.Keys.Where(id => catalog.Topics.All(topic => topic.Id != id)))
            yield return CatalogProblem.Unknown($"{path}.restrictions.topics", topic);
        foreach (var region in channel.Restrictions.Regions.Keys.Where(code => catalog.Regions.All(region => region.Code != code)))
            yield return CatalogProblem.Unknown($"{path}.restrictions.regions", region);
        foreach (var problem in CatalogRules.UnknownSections(catalog, ReferencesOf(channel, path)))
            yield return problem;
        foreach (var problem in StatementProblems(channel, path))
            yield return problem;
        foreach (var problem in VerificationRules.ProblemsOf(channel, path))
            yield return problem;
    }

    private IEnumerable<CatalogProblem> DoorProblems(Channel channel, string path)
    {
        if (channel.Desk is { } desk && !FormRules.IsId(desk))
            yield return FormRules.WrongId($"{path}.desk");
        if (channel.Through is { } through && catalog.Channels.All(other => other.Id != through))
            yield return CatalogProblem.Unknown($"{path}.through", through);
        else if (DoorsOf(channel).Contains(channel.Id))
            yield return new($"{path}.through", new("канал оказался дверью к самому себе", "the channel would be the door to itself"));
    }

    /// <summary>The channels that one has to go through, the nearest first; each once, even if they go round in a circle.</summary>
    private List<string> DoorsOf(Channel channel)
    {
        List<string> doors = [];
        for (var door = channel.Through; door is not null && !doors.Contains(door); door = catalog.Channels.FirstOrDefault(other => other.Id == door)?.Through)
            doors.Add(door);
        return doors;
    }

    private bool MayHaveStatementsOf(string id, Channel channel) =>
        id != channel.Id
        && catalog.Channels.Any(other => other.Id == id && other.StatementsOf is null)
        && channel.Hours.Count == 0
        && channel.Answers.Count == 0;

    private static IEnumerable<(string Reference, string Path)> ReferencesOf(Channel channel, string path) =>
    [
        .. CatalogRules.References(channel.References, $"{path}.references"),
        .. channel.Capabilities.Values.Select(reference => (reference, $"{path}.capabilities")),
        .. channel.Languages.Values.Select(reference => (reference, $"{path}.languages")),
        .. channel.Restrictions.Topics.Values.Select(reference => (reference, $"{path}.restrictions.topics")),
        .. channel.Restrictions.Regions.Values.Select(reference => (reference, $"{path}.restrictions.regions")),
        .. channel.Restrictions.UrgentOnly is { } urgent ? [(urgent, $"{path}.restrictions.urgentOnly")] : Array.Empty<(string, string)>(),
        .. channel.Hours.Select((statement, i) => (statement.Reference, $"{path}.hours[{i}].reference")),
        .. channel.Answers.Select((statement, i) => (statement.Reference, $"{path}.answers[{i}].reference")),
        .. channel.Notices.Select((notice, i) => (notice.Reference, $"{path}.notices[{i}].reference")),
    ];

    private IEnumerable<CatalogProblem> StatementProblems(Channel channel, string path)
    {
        foreach (var problem in FormRules.Ids(channel.Hours.Select(statement => statement.Id), $"{path}.hours"))
            yield return problem;
        foreach (var problem in FormRules.Ids(channel.Answers.Select(statement => statement.Id), $"{path}.answers"))
            yield return problem;
        if (channel.Hours.Count > HoursTimeline.MaxStatements)
            yield return CatalogProblem.TooManyStatements($"{path}.hours");
        if (channel.Answers.Count > HoursTimeline.MaxStatements)
        {
            yield return new($"{path}.answers", new(
                $"больше {HoursTimeline.MaxStatements} утверждений о сроках ответа", $"more than {HoursTimeline.MaxStatements} answer statements"));
        }

        for (var i = 0; i < channel.Hours.Count; i++)
        {
            if (!IsSchedule(channel.Hours[i].Schedule))
                yield return CatalogProblem.Unknown($"{path}.hours[{i}].schedule", channel.Hours[i].Schedule);
        }

        for (var i = 0; i < channel.Answers.Count; i++)
        {
            foreach (var problem in AnswerProblems(channel.Answers[i], $"{path}.answers[{i}]"))
                yield return problem;
        }
    }

    private IEnumerable<CatalogProblem> AnswerProblems(AnswerStatement statement, string path)
    {
        bool[] forms = [statement.Within is not null, statement.WorkingHours is not null, statement.ByEndOfWorkingDay];
        if (forms.Count(form => form) != 1)
        {
            yield return new(path, new(
                "нужно ровно одно из within, workingHours, byEndOfWorkingDay", "exactly one of within, workingHours, byEndOfWorkingDay is needed"));
        }

        if (statement.Within < Duration.Zero || statement.Within > Horizon.Length)
            yield return new($"{path}.within", new("срок от 0 до 400 суток", "a duration of 0 to 400 days is needed"));
        if (statement.WorkingHours is < 1 or > 1000)
            yield return new($"{path}.workingHours", new("нужно от 1 до 1000 часов", "1 to 1000 hours are needed"));
        if (statement is { Inside: not null, Outside: not null })
            yield return new(path, new("inside и outside исключают друг друга", "inside and outside exclude each other"));
        if ((statement.Inside ?? statement.Outside) is { } schedule && !IsSchedule(schedule))
            yield return CatalogProblem.Unknown(path, schedule);
    }

    private bool IsSchedule(string id) => catalog.Schedules.Any(schedule => schedule.Id == id);
}
