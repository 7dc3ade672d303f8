using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Editing;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Storage;
using NodaTime.Text;

namespace ContactsApi.Features.Desk.SpecialHours;

/// <summary>Hours of single days that differ from the usual ones, for a channel or for the whole desk.</summary>
public static class SpecialHoursEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/hours";

    public const string WindowsField = "windows", OnlyHereField = "onlyHere", YearlyField = "yearly";

    private static readonly char[] Separators = [',', ';', ' '];

    private static readonly string[] Dates = ["from", "to"];

    private static readonly string[] YearlyDates = ["yearly", "yearlyTo"];

    private static readonly LocalizedText Title = new("Особые часы", "Special hours");

    private static readonly LocalizedText NoWindow = new(
        "Нужны часы, например 10:00-16:00; несколько через запятую; пусто: закрыто.", "Hours are needed, as 10:00-16:00; several with commas; empty: closed.");

    private static readonly LocalizedText NoDate = new("Нужна дата, например 2026-12-31.", "A date is needed, as 2026-12-31.");

    private static readonly LocalizedText NoDay = new("Нужны месяц и день, например 12-31.", "A month and a day are needed, as 12-31.");

    private static readonly LocalizedText NoReason = new("Напишите почему: это увидят люди.", "Write why: people see it.");

    private static readonly Dictionary<string, LocalizedText> Labels = new()
    {
        ["others"] = new("Другие особые часы канала", "Other special hours of the channel"),
        ["from"] = new("С какого дня", "From which day"),
        ["to"] = new("По какой день включительно", "To which day, included"),
        [YearlyField] = new("Каждый год", "Every year"),
        [WindowsField] = new("Часы", "Hours"),
        [OnlyHereField] = new("Только этот канал", "This channel alone"),
        ["reason.ru"] = new("Почему, по-русски", "Why, in Russian"),
        ["reason.en"] = new("Почему, по-английски", "Why, in English"),
    };

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/hours", (HttpContext context) => DeskRequest.Of(context).Show<SpecialHoursView>(Title)).WithDeskQuery();
        group.MapGet("/hours/new/{channel}", (string channel, HttpContext context) => FormFlow.Open(context, Add(channel))).WithDeskQuery();
        group.MapPost("/hours/new/{channel}", (string channel, HttpContext context) => FormFlow.SendAsync(context, Add(channel))).WithDeskQuery();
        group.MapGet("/hours/{id}", (string id, HttpContext context) => FormFlow.Open(context, Change(id))).WithDeskQuery();
        group.MapPost("/hours/{id}", (string id, HttpContext context) => FormFlow.SendAsync(context, Change(id))).WithDeskQuery();
        group.MapGet("/hours/{id}/remove", (string id, HttpContext context) => FormFlow.Open(context, Remove(id))).WithDeskQuery();
        group.MapPost("/hours/{id}/remove", (string id, HttpContext context) => FormFlow.SendAsync(context, Remove(id))).WithDeskQuery();
    }

    private static EditForm Add(string channel) => new(
        Title,
        typeof(SpecialHoursPart),
        Labels,
        snapshot => snapshot.Directory.Channels.ContainsKey(channel)
            ? new Fields { ["others"] = string.Join(", ", snapshot.Directory.Catalog.Overrides.Where(one => one.ChannelId == channel).Select(one => one.Id)) }
            : null,
        (typed, snapshot) => Put(FreeId(snapshot, channel, DateIn(typed, "from")), channel, typed, snapshot),
        Address) { Parameters = new Dictionary<string, object?> { [nameof(SpecialHoursPart.ChannelId)] = channel } };

    private static EditForm Change(string id) => new(
        Title,
        typeof(SpecialHoursPart),
        Labels,
        snapshot => Find(snapshot, id) is { } replacement ? Shown(replacement) : null,
        (typed, snapshot) => Find(snapshot, id) is { } replacement ? Put(id, replacement.ChannelId, typed, snapshot) : new Edit(EditKind.Patch, PathOf(id), null).On(snapshot, Preconditions.None),
        Address) { Parameters = new Dictionary<string, object?> { [nameof(SpecialHoursPart.OverrideId)] = id } };

    private static EditForm Remove(string id) => new(
        new("Убрать особые часы", "Remove special hours"),
        typeof(RemovePart),
        Labels,
        snapshot => Find(snapshot, id) is { } replacement ? Shown(replacement) : null,
        (_, snapshot) => new Edit(EditKind.Delete, PathOf(id), null).On(snapshot, Preconditions.None),
        Address) { Button = new("Убрать", "Remove") };

    private static EditedCatalog Put(string id, string channel, Fields typed, CatalogSnapshot snapshot)
    {
        var yearly = typed[YearlyField] is not null;
        if (Array.Find(Dates, date => DateIn(typed, date) is null) is { } wrong)
            return ElementFields.Refused(snapshot, wrong, yearly ? NoDay : NoDate);
        var windows = (typed[WindowsField] ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => text.Replace('–', '-')).ToList();
        if (!windows.TrueForAll(text => TimeWindow.TryParse(text, out _)))
            return ElementFields.Refused(snapshot, WindowsField, NoWindow);
        if (OutageReason.InOwnWords(typed["reason.ru"], typed["reason.en"]) is not { } reason)
            return ElementFields.Refused(snapshot, "reason.ru", NoReason);
        var whole = new JsonObject
        {
            ["id"] = id, ["channelId"] = channel,
            ["windows"] = new JsonArray([.. windows.Select(text => JsonValue.Create(text))]),
            ["reason"] = new JsonObject { ["ru"] = reason.Ru, ["en"] = reason.En },
            ["onlyHere"] = typed[OnlyHereField] is not null,
        };
        foreach (var (field, date) in Dates.Zip(yearly ? YearlyDates : Dates))
            whole[date] = DateIn(typed, field);
        if (yearly && DateIn(typed, "from") == DateIn(typed, "to"))
            whole.Remove("yearlyTo");
        return new Edit(EditKind.Put, PathOf(id), whole).On(snapshot, Preconditions.None);
    }

    /// <summary>A date as it was typed; of one of every year the month and day, whatever year a browser makes people choose. Nothing if it is none.</summary>
    private static string? DateIn(Fields typed, string field) => (typed[YearlyField], typed[field]) switch
    {
        (_, null) => null,
        (null, { } date) => LocalDatePattern.Iso.Parse(date).Success ? date : null,
        (_, { } date) => (LocalDatePattern.Iso.Parse(date).Success ? date[5..] : date) is var day && AnnualDatePattern.Iso.Parse(day).Success ? day : null,
    };

    private static Fields Shown(Override replacement)
    {
        var (ru, en) = OutageReason.Written(replacement.Reason);
        return new Fields
        {
            ["from"] = replacement.Yearly is { } day ? AnnualDatePattern.Iso.Format(day) : LocalDatePattern.Iso.Format(replacement.From!.Value),
            ["to"] = (replacement.YearlyTo ?? replacement.Yearly) is { } last ? AnnualDatePattern.Iso.Format(last) : LocalDatePattern.Iso.Format(replacement.To!.Value),
            [YearlyField] = replacement.Yearly is null ? null : "true",
            [WindowsField] = string.Join(", ", replacement.Windows), [OnlyHereField] = replacement.OnlyHere ? "true" : null,
            ["reason.ru"] = ru, ["reason.en"] = en,
        };
    }

    private static Override? Find(CatalogSnapshot snapshot, string id) => snapshot.Directory.Catalog.Overrides.FirstOrDefault(one => one.Id == id);

    /// <summary>The channel and the first date, with a number if that is taken.</summary>
    private static string FreeId(CatalogSnapshot snapshot, string channel, string? from)
    {
        var taken = snapshot.Directory.Catalog.Overrides.Select(one => one.Id).ToHashSet();
        var name = $"{channel}-{from}";
        return taken.Contains(name) ? Enumerable.Range(2, taken.Count).Select(i => $"{name}.{i}").First(id => !taken.Contains(id)) : name;
    }

    private static ElementPath PathOf(string id) => new(CatalogPart.Named("overrides"), id);
}
