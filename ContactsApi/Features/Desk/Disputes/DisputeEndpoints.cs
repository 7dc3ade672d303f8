using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using ContactsApi.Editing;
using ContactsApi.Features.Admin;
using ContactsApi.Features.Desk.Corrections;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using NodaTime.Text;

namespace ContactsApi.Features.Desk.Disputes;

/// <summary>Where passages give different hours: they stand side by side, and a steward says which is right, or what was found out by asking.</summary>
public static class DisputeEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/disputes";

    public const string RightField = "right", OutcomeField = "verification.outcome", DateField = "verification.date", Undecided = "-";

    private static readonly LocalizedText Title = new("Споры", "Disputes");

    private static readonly LocalizedText NoDate = new("Нужна дата, например 2026-11-22.", "A date is needed, as 2026-11-22.");

    private static readonly LocalizedText NoSubject = new("Выберите, о каком из утверждений эта проверка.", "Choose which of the statements was checked.");

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/disputes", (HttpContext context) => DeskRequest.Of(context).Show<DisputesView>(Title)).WithDeskQuery();
        group.MapGet("/disputes/{channel}", (string channel, HttpContext context) => FormFlow.Open(context, Settle(channel, context))).WithDeskQuery(Mending.Correction);
        group.MapPost("/disputes/{channel}", (string channel, HttpContext context) => FormFlow.SendAsync(context, Settle(channel, context))).WithDeskQuery(Mending.Correction);
    }

    private static EditForm Settle(string id, HttpContext context)
    {
        var labels = new Dictionary<string, LocalizedText>
        {
            [RightField] = new("Какое верно", "Which is right"),
            ["hours"] = new("Утверждения", "The statements"),
            [OutcomeField] = new("Что вышло", "What came of it"),
            [DateField] = new("Когда проверили", "When it was checked"),
            ["verification.how.ru"] = new("Как проверяли, по-русски", "How, in Russian"),
            ["verification.how.en"] = new("Как проверяли, по-английски", "How, in English"),
        };
        var name = DeskRequest.Of(context).Key?.Name ?? "";
        return Mending.With(context, new(
            new("Часы: кто что говорит", "Hours: who says what"),
            typeof(DisputePart),
            labels,
            snapshot => snapshot.Directory.Channels.TryGetValue(id, out var channel) ? Shown(channel.Hours) : null,
            (typed, snapshot) => Settled(id, typed, snapshot, name),
            Address) { Parameters = new Dictionary<string, object?> { [nameof(DisputePart.ChannelId)] = id } });
    }

    /// <summary>Which is preferred, if one is, and the whole of what is said, so that a change of any of it shows.</summary>
    private static Fields Shown(IReadOnlyList<HoursStatement> hours) => new()
    {
        [RightField] = hours.Where(one => one.Rank == Rank.Preferred).Select(one => one.Id).Take(1).SingleOrDefault() ?? Undecided,
        ["hours"] = string.Join("; ", hours.Select(one => $"{one.Reference}: {one.Schedule}, {EnumNames<Rank>.Of(one.Rank)}{(one.Verification is { } mark ? $", {EnumNames<VerificationOutcome>.Of(mark.Outcome)} {LocalDatePattern.Iso.Format(mark.Date)}" : "")}")),
    };

    private static EditedCatalog Settled(string id, Fields typed, CatalogSnapshot snapshot, string name)
    {
        var path = new ElementPath(CatalogPart.Named("channels"), id);
        if (Elements.At(path, snapshot.Directory.Catalog) is not JsonObject channel || channel["hours"] is not JsonArray statements)
            return new EditedCatalog(snapshot, path).Of(snapshot.Directory.Catalog);
        var right = typed[RightField];
        var hours = statements.DeepClone().AsArray();
        foreach (var statement in hours.Select(one => one!.AsObject()))
        {
            if (statement["id"]!.ToString() == right)
                statement["rank"] = EnumNames<Rank>.Of(Rank.Preferred);
            else if (statement["rank"]?.ToString() == EnumNames<Rank>.Of(Rank.Preferred))
                statement.Remove("rank");
        }

        if (typed[OutcomeField] is { } outcome)
        {
            if (!LocalDatePattern.Iso.Parse(typed[DateField] ?? "").Success)
                return ElementFields.Refused(snapshot, DateField, NoDate);
            if (OutageReason.InOwnWords(typed["verification.how.ru"], typed["verification.how.en"]) is not { } how)
                return ElementFields.Refused(snapshot, "verification.how.ru", Checks.NoHow);
            if (hours.FirstOrDefault(one => one!["id"]!.ToString() == right) is not JsonObject checkedOne)
                return ElementFields.Refused(snapshot, RightField, NoSubject);
            checkedOne["verification"] = new JsonObject
            {
                ["outcome"] = outcome, ["date"] = typed[DateField], ["by"] = name, ["how"] = new JsonObject { ["ru"] = how.Ru, ["en"] = how.En },
            };
            // What was found to be otherwise is not right for having been asked about.
            if (outcome == EnumNames<VerificationOutcome>.Of(VerificationOutcome.Disputed))
                checkedOne["rank"] = EnumNames<Rank>.Of(Rank.Deprecated);
        }

        return new Edit(EditKind.Patch, path, new JsonObject { ["hours"] = hours }).On(snapshot, Preconditions.None);
    }

    /// <summary>The channels of which some segment is told different hours.</summary>
    public static IEnumerable<string> Disputed(CatalogSnapshot snapshot) =>
        from channel in snapshot.Directory.Catalog.Channels
        where CountingSet.Of(channel, channel.Hours).Any(set => Interpretation.Of(set.Statements, snapshot.Directory).Count > 1)
        select channel.Id;
}
