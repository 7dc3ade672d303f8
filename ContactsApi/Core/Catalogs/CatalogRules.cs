using System.Text.RegularExpressions;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Catalogs;

/// <summary>Something that keeps a catalog from being used.</summary>
/// <param name="Path">Where it is, as <c>$.channels[3].hours[0].schedule</c>.</param>
public sealed record CatalogProblem(string Path, LocalizedText Message);

/// <summary>
/// What a catalog has to be to be taken up: whole, with every id unique, every reference resolved, every value within its bounds; and fit
/// to be shown, by <see cref="ContentRules"/>.
/// </summary>
public static partial class CatalogRules
{
    public static IReadOnlyList<CatalogProblem> ProblemsOf(Catalog catalog) => [.. BreaksOf(catalog), .. ContentRules.ProblemsOf(catalog)];

    /// <summary>What keeps a catalog from being whole, so that nothing can be answered from it, whoever wrote it and when.</summary>
    public static IReadOnlyList<CatalogProblem> BreaksOf(Catalog catalog) =>
    [
        .. UniqueIds(catalog),
        .. CallCentre(catalog),
        .. UnknownSections(catalog, catalog.Topics.SelectMany((topic, i) => References(topic.References, $"$.topics[{i}].references"))),
        .. GuidanceRules.ProblemsOf(catalog),
        .. catalog.Channels.SelectMany((channel, i) => ChannelProblems(catalog, channel, $"$.channels[{i}]")),
        .. catalog.Regions.SelectMany((region, i) => Zone(region.TimeZone, $"$.regions[{i}].timeZone")),
        .. OfficeRules.ProblemsOf(catalog),
        .. catalog.Years.SelectMany((year, i) => YearProblems(year, $"$.years[{i}]")),
        .. catalog.Overrides.SelectMany((replacement, i) => OverrideProblems(catalog, replacement, i)),
        .. catalog.Incidents.SelectMany((incident, i) => IncidentProblems(catalog, incident, $"$.incidents[{i}]")),
    ];

    private static IEnumerable<CatalogProblem> UniqueIds(Catalog catalog) =>
    [
        .. Unique(catalog.Source.Sections.Select(section => section.Reference), "$.source.sections", "reference"),
        .. Ids(catalog.Schedules.Select(schedule => schedule.Id), "$.schedules"),
        .. Ids(catalog.Topics.Select(topic => topic.Id), "$.topics"),
        .. Ids(catalog.Channels.Select(channel => channel.Id), "$.channels"),
        .. Ids(catalog.Regions.Select(region => region.Code), "$.regions", "code"),
        .. Ids(catalog.Offices.Select(office => office.Id), "$.offices"),
        .. Unique(catalog.Statute.Holidays.Select(holiday => holiday.Date), "$.statute.holidays", "date"),
        .. Unique(catalog.Years.Select(year => year.Year), "$.years", "year"),
        .. Ids(catalog.Preparations.Select(one => one.Id), "$.preparations"),
        .. Ids(catalog.NextSteps.Select(step => step.Id), "$.nextSteps"),
        .. Ids(catalog.Overrides.Select(replacement => replacement.Id), "$.overrides"),
        .. Ids(catalog.Incidents.Select(incident => incident.Id), "$.incidents"),
    ];

    private static IEnumerable<CatalogProblem> CallCentre(Catalog catalog)
    {
        const string path = "$.callCentreSchedule";
        var schedule = catalog.Schedules.FirstOrDefault(schedule => schedule.Id == catalog.CallCentreSchedule);
        if (schedule is null)
            yield return Unknown(path, catalog.CallCentreSchedule);
        else if (schedule.Hours.Workday.Count == 0)
            yield return new(path, new("у графика колл-центра нет часов в рабочие дни", "the call-centre schedule has no hours on workdays"));
    }

    private static IEnumerable<CatalogProblem> ChannelProblems(Catalog catalog, Channel channel, string path)
    {
        if (channel.Priority.Count == 0)
            yield return new($"{path}.priority", new("канал не служит ни одному сегменту", "the channel serves no segment"));
        if (channel.Address is not (null or { Phone: not null, Uri: null, Display: null } or { Phone: null, Display: not null }))
            yield return new($"{path}.address", new("нужен либо один phone, либо display, с uri или без", "either phone alone, or display with or without uri, is needed"));
        else if (channel.Address?.Phone is { } phone && PhoneProblem($"{path}.address.phone", phone) is { } wrong)
            yield return wrong;
        foreach (var problem in DoorProblems(catalog, channel, path))
            yield return problem;
        if (channel.StatementsOf is { } other && !IsDeskOfItsOwn(catalog, other, channel))
            yield return new($"{path}.statementsOf", new($"«{other}» не канал с собственными утверждениями", $"'{other}' is no other channel with statements of its own"));
        foreach (var problem in channel.TimeZone is { } zone ? Zone(zone, $"{path}.timeZone") : [])
            yield return problem;
        foreach (var topic in channel.Restrictions.Topics.Keys.Where(id => catalog.Topics.All(topic => topic.Id != id)))
            yield return Unknown($"{path}.restrictions.topics", topic);
        foreach (var region in channel.Restrictions.Regions.Keys.Where(code => catalog.Regions.All(region => region.Code != code)))
            yield return Unknown($"{path}.restrictions.regions", region);
        foreach (var problem in UnknownSections(catalog, ReferencesOf(channel, path)))
            yield return problem;
        foreach (var problem in StatementProblems(catalog, channel, path))
            yield return problem;
        foreach (var problem in VerificationRules.ProblemsOf(channel, path))
            yield return problem;
    }

    private static IEnumerable<CatalogProblem> DoorProblems(Catalog catalog, Channel channel, string path)
    {
        if (channel.Desk is { } desk && !IdForm().IsMatch(desk))
            yield return new($"{path}.desk", WrongId);
        if (channel.Through is { } through && catalog.Channels.All(other => other.Id != through))
            yield return Unknown($"{path}.through", through);
        else if (DoorsOf(channel, catalog).Contains(channel.Id))
            yield return new($"{path}.through", new("канал оказался дверью к самому себе", "the channel would be the door to itself"));
    }

    /// <summary>The channels that one has to go through, the nearest first; each once, even if they go round in a circle.</summary>
    private static List<string> DoorsOf(Channel channel, Catalog catalog)
    {
        List<string> doors = [];
        for (var door = channel.Through; door is not null && !doors.Contains(door); door = catalog.Channels.FirstOrDefault(other => other.Id == door)?.Through)
            doors.Add(door);
        return doors;
    }

    private static bool IsDeskOfItsOwn(Catalog catalog, string id, Channel channel) =>
        id != channel.Id
        && catalog.Channels.Any(other => other.Id == id && other.StatementsOf is null)
        && channel.Hours.Count == 0
        && channel.Answers.Count == 0;

    private static IEnumerable<(string Reference, string Path)> ReferencesOf(Channel channel, string path) =>
    [
        .. References(channel.References, $"{path}.references"),
        .. channel.Capabilities.Values.Select(reference => (reference, $"{path}.capabilities")),
        .. channel.Languages.Values.Select(reference => (reference, $"{path}.languages")),
        .. channel.Restrictions.Topics.Values.Select(reference => (reference, $"{path}.restrictions.topics")),
        .. channel.Restrictions.Regions.Values.Select(reference => (reference, $"{path}.restrictions.regions")),
        .. channel.Restrictions.UrgentOnly is { } urgent ? [(urgent, $"{path}.restrictions.urgentOnly")] : Array.Empty<(string, string)>(),
        .. channel.Hours.Select((statement, i) => (statement.Reference, $"{path}.hours[{i}].reference")),
        .. channel.Answers.Select((statement, i) => (statement.Reference, $"{path}.answers[{i}].reference")),
        .. channel.Notices.Select((notice, i) => (notice.Reference, $"{path}.notices[{i}].reference")),
    ];

    private static IEnumerable<(string Reference, string Path)> References(IReadOnlyList<string> references, string path) =>
        references.Select((reference, i) => (reference, $"{path}[{i}]"));

    private static IEnumerable<CatalogProblem> UnknownSections(Catalog catalog, IEnumerable<(string Reference, string Path)> references) =>
        from found in references
        where found.Reference != Provenance.Editorial && catalog.Source.Sections.All(section => section.Reference != found.Reference)
        select Unknown(found.Path, found.Reference);

    private static IEnumerable<CatalogProblem> StatementProblems(Catalog catalog, Channel channel, string path)
    {
        foreach (var problem in Ids(channel.Hours.Select(statement => statement.Id), $"{path}.hours"))
            yield return problem;
        foreach (var problem in Ids(channel.Answers.Select(statement => statement.Id), $"{path}.answers"))
            yield return problem;
        if (channel.Hours.Count > HoursTimeline.MaxStatements)
            yield return TooManyStatements($"{path}.hours");

        if (channel.Answers.Count > HoursTimeline.MaxStatements)
        {
            yield return new($"{path}.answers", new(
                $"больше {HoursTimeline.MaxStatements} утверждений о сроках ответа", $"more than {HoursTimeline.MaxStatements} answer statements"));
        }

        for (var i = 0; i < channel.Hours.Count; i++)
        {
            if (!IsSchedule(catalog, channel.Hours[i].Schedule))
                yield return Unknown($"{path}.hours[{i}].schedule", channel.Hours[i].Schedule);
        }

        for (var i = 0; i < channel.Answers.Count; i++)
        {
            foreach (var problem in AnswerProblems(catalog, channel.Answers[i], $"{path}.answers[{i}]"))
                yield return problem;
        }
    }

    private static IEnumerable<CatalogProblem> AnswerProblems(Catalog catalog, AnswerStatement statement, string path)
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
        if ((statement.Inside ?? statement.Outside) is { } schedule && !IsSchedule(catalog, schedule))
            yield return Unknown(path, schedule);
    }

    private static IEnumerable<CatalogProblem> YearProblems(DecreeYear year, string path)
    {
        if (!IsInSight(year.Year))
            yield return OutOfSight($"{path}.year");
        foreach (var problem in Unique(year.Days.Select(day => day.Date), $"{path}.days", "date"))
            yield return problem;
        foreach (var (day, i) in year.Days.Select((day, i) => (day, i)))
        {
            if (day.Date.Year != year.Year)
                yield return new($"{path}.days[{i}].date", new($"дата не из {year.Year} года", $"the date is not in {year.Year}"));
            if (day is { OrdinaryWeekend: true, Date.DayOfWeek: not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) })
                yield return new($"{path}.days[{i}].ordinaryWeekend", new("нужна суббота или воскресенье", "a Saturday or Sunday is needed"));
        }

        foreach (var (period, i) in year.NonWorking.Select((period, i) => (period, i)))
        {
            if (period.To < period.From || period.From.Year != year.Year || period.To.Year != year.Year)
                yield return new($"{path}.nonWorking[{i}]", new($"нужны даты {year.Year} года по порядку", $"dates of {year.Year} in order are needed"));
        }
    }

    private static IEnumerable<CatalogProblem> OverrideProblems(Catalog catalog, Override replacement, int index)
    {
        var path = $"$.overrides[{index}]";
        if (catalog.Channels.All(channel => channel.Id != replacement.ChannelId))
            yield return Unknown($"{path}.channelId", replacement.ChannelId);
        if (!IsInSight(replacement.From.Year))
            yield return OutOfSight($"{path}.from");
        if (!IsInSight(replacement.To.Year))
            yield return OutOfSight($"{path}.to");
        if (replacement.To < replacement.From)
            yield return new($"{path}.to", new("последняя дата раньше первой", "the last date is before the first"));
        if (catalog.Overrides.Take(index).Any(earlier =>
            earlier.ChannelId == replacement.ChannelId && earlier.From <= replacement.To && replacement.From <= earlier.To))
        {
            yield return new(path, new("даты уже заняты другой заменой часов этого канала", "another override of this channel covers some of these dates"));
        }
    }

    private static IEnumerable<CatalogProblem> IncidentProblems(Catalog catalog, Incident incident, string path)
    {
        if (catalog.Channels.All(channel => channel.Id != incident.ChannelId))
            yield return Unknown($"{path}.channelId", incident.ChannelId);
        if (!IsInSight(incident.Start.InUtc().Year))
            yield return OutOfSight($"{path}.start");
        if (incident.End is { } end && !IsInSight(end.InUtc().Year))
            yield return OutOfSight($"{path}.end");
        if (incident.End <= incident.Start)
            yield return new($"{path}.end", new("конец не позже начала", "the end is not after the start"));
    }

    private static IEnumerable<CatalogProblem> Zone(string id, string path)
    {
        if (!DateTimeZoneProviders.Tzdb.Ids.Contains(id))
            yield return Unknown(path, id);
    }

    /// <summary>The years that questions may be asked of.</summary>
    private static bool IsInSight(int year) => year is >= 2000 and <= 2100;

    private static CatalogProblem OutOfSight(string path) => new(path, new("нужен год с 2000 по 2100", "a year from 2000 to 2100 is needed"));

    private static bool IsSchedule(Catalog catalog, string id) => catalog.Schedules.Any(schedule => schedule.Id == id);

    /// <summary>Ids stand in addresses and query strings: each is there once, and needs no escaping.</summary>
    private static IEnumerable<CatalogProblem> Ids(IEnumerable<string> ids, string path, string property = "id") =>
    [
        .. Unique(ids, path, property),
        .. ids.Select((id, i) => (id, i)).Where(entry => !IdForm().IsMatch(entry.id)).Select(entry => new CatalogProblem($"{path}[{entry.i}].{property}", WrongId)),
    ];

    private static LocalizedText WrongId { get; } = new(
        "нужно от 1 до 64 латинских букв, цифр, точек, дефисов и подчёркиваний, первой буква или цифра",
        "1 to 64 Latin letters, digits, dots, hyphens and underscores are needed, a letter or digit first");

    internal static LocalizedText Blank { get; } = new("текст пуст", "the text is blank");

    internal static IEnumerable<CatalogProblem> Unique<T>(IEnumerable<T> keys, string path, string property)
        where T : notnull
    {
        var seen = new HashSet<T>();
        return keys.Select((key, i) => (key, i))
            .Where(entry => !seen.Add(entry.key))
            .Select(entry => new CatalogProblem(
                $"{path}[{entry.i}].{property}", new($"«{entry.key}» уже есть", $"'{entry.key}' is already there")));
    }

    internal static CatalogProblem? PhoneProblem(string path, string phone) =>
        PhoneForm().IsMatch(phone) ? null : new(path, new("нужен номер вида +78005553535", "a number such as +78005553535 is needed"));

    internal static CatalogProblem TooManyStatements(string path) => new(path, new(
        $"больше {HoursTimeline.MaxStatements} утверждений о часах", $"more than {HoursTimeline.MaxStatements} hours statements"));

    internal static CatalogProblem Unknown(string path, string id) => new(path, new($"«{id}» в каталоге нет", $"the catalog has no '{id}'"));

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex IdForm();

    /// <summary>E.164.</summary>
    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex PhoneForm();
}
