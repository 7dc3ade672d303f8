using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
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

/// <summary>Where passages give different hours, or promise different answer times: they stand side by side, and a steward says which is right, or what was found out by asking.</summary>
public static class DisputeEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/disputes";

    /// <summary>The lists of statements of a channel.</summary>
    public const string Hours = "hours", Answers = "answers";

    public const string RightField = "right", OutcomeField = "verification.outcome", DateField = "verification.date", Undecided = "-";

    private static readonly LocalizedText Title = new("Споры", "Disputes");

    private static readonly LocalizedText NoDate = new("Нужна дата, например 2026-11-22.", "A date is needed, as 2026-11-22.");

    private static readonly LocalizedText NoSubject = new("Выберите, о каком из утверждений эта проверка.", "Choose which of the statements was checked.");

    private static readonly LocalizedText NotThere = new("Такого утверждения в списке нет.", "The list has no such statement.");

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/disputes", (HttpContext context) => DeskRequest.Of(context).Show<DisputesView>(Title)).WithDeskQuery();
        foreach (var (route, list) in new[] { ("/disputes/{channel}", Hours), ("/disputes/{channel}/answers", Answers) })
        {
            group.MapGet(route, (string channel, HttpContext context) => FormFlow.Open(context, Settle(channel, list, context))).WithDeskQuery(Mending.Correction);
            group.MapPost(route, (string channel, HttpContext context) => FormFlow.SendAsync(context, Settle(channel, list, context))).WithDeskQuery(Mending.Correction);
        }
    }

    private static EditForm Settle(string id, string list, HttpContext context)
    {
        var labels = new Dictionary<string, LocalizedText>
        {
            [RightField] = new("Какое верно", "Which is right"),
            [list] = new("Утверждения", "The statements"),
            [OutcomeField] = new("Что вышло", "What came of it"),
            [DateField] = new("Когда проверили", "When it was checked"),
            ["verification.how.ru"] = new("Как проверяли, по-русски", "How, in Russian"),
            ["verification.how.en"] = new("Как проверяли, по-английски", "How, in English"),
        };
        var name = DeskRequest.Of(context).Key?.Name ?? "";
        return Mending.With(context, new(
            list == Hours ? new("Часы: кто что говорит", "Hours: who says what") : new("Сроки ответа: кто что обещает", "Answer times: who promises what"),
            typeof(DisputePart),
            labels,
            snapshot => snapshot.Directory.Channels.TryGetValue(id, out var channel) ? Shown(channel, list, snapshot) : null,
            (typed, snapshot) => Settled(id, list, typed, snapshot, name),
            Address) { Parameters = new Dictionary<string, object?> { [nameof(DisputePart.ChannelId)] = id, [nameof(DisputePart.List)] = list } });
    }

    /// <summary>Which is preferred, if one is, and the whole of what is said, so that a change of any of it shows.</summary>
    private static Fields Shown(Channel channel, string list, CatalogSnapshot snapshot)
    {
        var said = Readings(channel, list);
        return new()
        {
            [RightField] = said.Where(one => one[0].Rank == Rank.Preferred).Select(one => one[0].Id).FirstOrDefault() ?? Undecided,
            [list] = string.Join("; ", said.SelectMany(one => one).Select(one =>
                $"{one.Reference}: {What(one, snapshot)}, {EnumNames<Rank>.Of(one.Rank)}{(one.Verification is { } mark ? $", {EnumNames<VerificationOutcome>.Of(mark.Outcome)} {LocalDatePattern.Iso.Format(mark.Date)}" : "")}")),
        };
    }

    private static string What(Statement statement, CatalogSnapshot snapshot) => statement switch
    {
        HoursStatement hours => hours.Schedule,
        AnswerStatement answer => ContradictingAnswerTimes.InWords(answer, snapshot.Directory).En,
        _ => statement.Id,
    };

    /// <summary>What is right or wrong together: promises that one passage makes for some hours and for the others are one; all else stands by itself.</summary>
    public static IReadOnlyList<IReadOnlyList<Statement>> Readings(Channel channel, string list) => list == Hours
        ? [.. channel.Hours.Select(one => (IReadOnlyList<Statement>)[one])]
        : [.. channel.Answers.GroupBy(one => one is { Inside: null, Outside: null } ? one.Id : $"{one.Reference} {string.Join(' ', one.Segments)}").Select(one => one.ToList())];

    private static EditedCatalog Settled(string id, string list, Fields typed, CatalogSnapshot snapshot, string name)
    {
        var path = new ElementPath(CatalogPart.Named("channels"), id);
        if (Elements.At(path, snapshot.Directory.Catalog) is not JsonObject channel || channel[list] is not JsonArray written)
            return new EditedCatalog(snapshot, path).Of(snapshot.Directory.Catalog);
        var right = Readings(snapshot.Directory.Channels[id], list).FirstOrDefault(one => one[0].Id == typed[RightField])?.Select(one => one.Id).ToList() ?? [];
        if (right.Count == 0 && typed[RightField] is not (null or Undecided))
            return ElementFields.Refused(snapshot, RightField, NotThere);
        var statements = written.DeepClone().AsArray();
        foreach (var statement in statements.Select(one => one!.AsObject()))
        {
            if (right.Contains(statement["id"]!.ToString()))
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
            if (right.Count == 0)
                return ElementFields.Refused(snapshot, RightField, NoSubject);
            foreach (var statement in statements.Select(one => one!.AsObject()).Where(one => right.Contains(one["id"]!.ToString())))
            {
                statement["verification"] = new JsonObject
                {
                    ["outcome"] = outcome, ["date"] = typed[DateField], ["by"] = name, ["how"] = new JsonObject { ["ru"] = how.Ru, ["en"] = how.En },
                };
                // What was found to be otherwise is not right for having been asked about.
                if (outcome == EnumNames<VerificationOutcome>.Of(VerificationOutcome.Disputed))
                    statement["rank"] = EnumNames<Rank>.Of(Rank.Deprecated);
            }
        }

        return new Edit(EditKind.Patch, path, new JsonObject { [list] = statements }).On(snapshot, Preconditions.None);
    }

    /// <summary>The channels of which some segment is told different things.</summary>
    public static IEnumerable<Channel> Disputed(CatalogSnapshot snapshot, string list) => snapshot.Directory.Catalog.Channels.Where(channel => list == Hours
        ? CountingSet.Of(channel, channel.Hours).Any(set => Interpretation.Of(set.Statements, snapshot.Directory).Count > 1)
        : CountingSet.Of(channel, channel.Answers).Any(set => ContradictingAnswerTimes.AreFoundIn(set.Statements)));
}
