using System.Globalization;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Editing;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Storage;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Features.Desk.Outages;

/// <summary>A desk or a channel is out of order: announced in one tap, and ended in one.</summary>
public static class OutageEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/outages";

    public const string ReasonField = "prepared", UntilField = "until", OnlyHereField = "onlyHere", UntilOtherTime = "at";

    /// <summary>The spans that are offered besides "until I say so".</summary>
    public static IReadOnlyList<Duration> Spans { get; } = [Duration.FromHours(1), Duration.FromHours(3), Duration.FromHours(12)];

    private static readonly Dictionary<string, LocalizedText> Labels = new()
    {
        ["running"] = new("Идущие и предстоящие сбои", "Outages that run or are to come"),
        ["reason"] = new("Причина", "Reason"),
        ["reason.ru"] = new("Причина по-русски", "Reason in Russian"),
        ["reason.en"] = new("Причина по-английски", "Reason in English"),
        ["start"] = new("Начало", "Start"),
        ["end"] = new("Конец", "End"),
    };

    private static readonly LocalizedText NoReason = new("Выберите готовую причину или напишите свою.", "Choose a prepared reason or write your own.");

    private static readonly LocalizedText NoTime = new("Нужны дата и время, например 2026-11-22 08:00, по Москве.", "A date and time is needed, as 2026-11-22 08:00, in Moscow.");

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/outages/new/{channel}", (string channel, HttpContext context) => FormFlow.Open(context, Announce(channel, DeskRequest.NowOf(context)))).WithDeskQuery();
        group.MapPost("/outages/new/{channel}", (string channel, HttpContext context) => FormFlow.SendAsync(context, Announce(channel, DeskRequest.NowOf(context)))).WithDeskQuery();
        group.MapGet("/outages/{id}", (string id, HttpContext context) => FormFlow.Open(context, Edit(id))).WithDeskQuery();
        group.MapPost("/outages/{id}", (string id, HttpContext context) => FormFlow.SendAsync(context, Edit(id))).WithDeskQuery();
        group.MapPost("/outages/{id}/end", (string id, HttpContext context) => FormFlow.SendAsync(context, End(id, DeskRequest.NowOf(context)))).WithDeskQuery();
    }

    /// <summary>An incident of the channel as the form would announce it, whatever the reason.</summary>
    public static EditedCatalog Tried(CatalogSnapshot snapshot, string channel, Instant now) =>
        Announcement.On(snapshot, new JsonObject { ["channelId"] = channel, ["reason"] = Json(OutageReason.All[0].Text) }, now);

    private static EditForm Announce(string channel, Instant now) => new(
        new("Не работает", "Out of order"),
        typeof(AnnouncePart),
        Labels,
        snapshot => snapshot.Directory.Channels.TryGetValue(channel, out var known)
            ? new Fields { ["running"] = string.Join(", ", snapshot.Directory.IncidentsOf(known).Where(one => one.End is null || one.End > now).Select(one => one.Id)) }
            : null,
        (fields, snapshot) => Announced(channel, fields, snapshot, now),
        DeskEndpoints.Address)
    {
        ShowsFirst = false,
        Parameters = new Dictionary<string, object?> { [nameof(AnnouncePart.ChannelId)] = channel },
    };

    private static EditedCatalog Announced(string channel, Fields fields, CatalogSnapshot snapshot, Instant now)
    {
        var reason = OutageReason.All.FirstOrDefault(one => one.Code == fields[ReasonField])?.Text ?? OutageReason.InOwnWords(fields["reason.ru"], fields["reason.en"]);
        if (reason is null)
            return ElementFields.Refused(snapshot, "reason.ru", NoReason);
        if (!TryGetEnd(fields, now, out var end))
            return ElementFields.Refused(snapshot, "end", NoTime);
        var announced = new JsonObject { ["channelId"] = channel, ["reason"] = Json(reason) };
        if (end is { } known)
            announced["end"] = InstantPattern.ExtendedIso.Format(known);
        if (fields[OnlyHereField] is not null)
            announced["onlyHere"] = true;
        return Announcement.On(snapshot, announced, now);
    }

    private static EditForm Edit(string id) => new(
        new("Сбой", "Outage"),
        typeof(OutagePart),
        Labels,
        snapshot => Find(snapshot, id) is { } incident ? Shown(incident) : null,
        (fields, snapshot) =>
        {
            if (OutageReason.InOwnWords(fields["reason.ru"], fields["reason.en"]) is not { } reason)
                return ElementFields.Refused(snapshot, "reason.ru", NoReason);
            if (!TryReadMoscow(fields["end"], out var end))
                return ElementFields.Refused(snapshot, "end", NoTime);
            return Patched(id, snapshot, new JsonObject { ["reason"] = Json(reason), ["end"] = end is { } known ? InstantPattern.ExtendedIso.Format(known) : null });
        },
        DeskEndpoints.Address);

    private static EditForm End(string id, Instant now) => new(
        new("Снова работает", "It works again"),
        typeof(EndPart),
        Labels,
        snapshot => Find(snapshot, id) is { } incident ? Shown(incident) : null,
        (_, snapshot) => Ended.On(snapshot, id, now),
        DeskEndpoints.Address) { ShowsFirst = false };

    private static Incident? Find(CatalogSnapshot snapshot, string id) => snapshot.Directory.Catalog.Incidents.FirstOrDefault(one => one.Id == id);

    private static Fields Shown(Incident incident)
    {
        var (ru, en) = OutageReason.Written(incident.Reason);
        return new Fields { ["reason.ru"] = ru, ["reason.en"] = en, ["end"] = incident.End is { } end ? MoscowText(end) : null };
    }

    private static EditedCatalog Patched(string id, CatalogSnapshot snapshot, JsonObject patch) =>
        new Edit(EditKind.Patch, PathOf(id), patch).On(snapshot, Preconditions.None);

    private static bool TryGetEnd(Fields fields, Instant now, out Instant? end)
    {
        var until = fields[UntilField];
        end = Spans.Where(span => IsoOf(span) == until).Select(span => (Instant?)(now + span)).FirstOrDefault();
        return end is not null || until is null or "" || (until != UntilOtherTime) || (TryReadMoscow(fields["end"], out end) && end is not null);
    }

    public static string IsoOf(Duration span) => string.Create(CultureInfo.InvariantCulture, $"PT{span.TotalHours:0}H");

    /// <summary>A moment of Moscow's clocks, as a browser sends one; nothing for nothing.</summary>
    private static bool TryReadMoscow(string? text, out Instant? moment)
    {
        moment = null;
        if (text is null)
            return true;
        var parsed = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text.Replace(' ', 'T'));
        if (parsed.Success)
            moment = MoscowTime.InstantOf(parsed.Value, MoscowTime.Zone);
        return parsed.Success;
    }

    private static string MoscowText(Instant moment) =>
        moment.InZone(MoscowTime.Zone).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static ElementPath PathOf(string id) => new(CatalogPart.Named("incidents"), id);

    private static JsonObject Json(LocalizedText text) => new() { ["ru"] = text.Ru, ["en"] = text.En };
}
