using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Features.Pages;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Revisions;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.History;

/// <summary>Who changed what and why, and how one change is taken back.</summary>
public static class HistoryEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/history";

    private const int Shown = 20;

    private static readonly LocalizedText Title = new("История", "History");

    private static readonly LocalizedText StoreIsDown = new("Хранилище не отвечает. Попробуйте через минуту.", "The store does not answer. Please try again in a minute.");

    private static readonly LocalizedText NotThere = new("Такой ревизии нет.", "There is no such revision.");

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/history", List).ReadsStore().WithDeskQuery(Parameters.Cursor);
        group.MapGet("/history/{number}", (string number, HttpContext context) =>
            With(number, context, form => FormFlow.Open(context, form))).ReadsStore().WithDeskQuery();
        group.MapPost("/history/{number}", async (string number, HttpContext context) =>
            await With(number, context, form => FormFlow.SendAsync(context, form), Task.FromResult<IResult>)).WithDeskQuery();
    }

    private static HtmlPage List(HttpContext context, StoreAccess access, RevisionStore store)
    {
        var desk = DeskRequest.Of(context);
        var before = QueryReader.Of(context).TryGet(Parameters.Cursor, out var cursor) ? cursor : long.MaxValue;
        try
        {
            var entries = access.Read(() => store.List(before, Shown, desk.Snapshot.Revision));
            return desk.Show<HistoryView>(
                Title, (nameof(HistoryView.Revisions), RevisionsResponse.Of(entries, Shown).Revisions), (nameof(HistoryView.Next), RevisionsResponse.Of(entries, Shown).Next));
        }
        catch (StoreUnavailableException)
        {
            return Unavailable(desk);
        }
    }

    private static HtmlPage With(string number, HttpContext context, Func<EditForm, HtmlPage> then) => With(number, context, then, page => page);

    private static T With<T>(string number, HttpContext context, Func<EditForm, T> then, Func<HtmlPage, T> otherwise)
    {
        var desk = DeskRequest.Of(context);
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked < 1 || asked > desk.Snapshot.Revision)
            return otherwise(desk.Show<NotTherePage>(Title, (nameof(NotTherePage.Text), NotThere)) with { Status = StatusCodes.Status404NotFound });
        try
        {
            var (snapshots, store) = (context.RequestServices.GetRequiredService<CatalogSnapshots>(), context.RequestServices.GetRequiredService<RevisionStore>());
            var revision = context.RequestServices.GetRequiredService<StoreAccess>().Read(() => RevisionResponse.Of(store.List(asked + 1, 1)[0], asked == 1 ? [] : store.ChangesOf(asked)));
            return then(TakeBack(revision, snapshots));
        }
        catch (StoreUnavailableException)
        {
            return otherwise(Unavailable(desk));
        }
    }

    private static EditForm TakeBack(RevisionResponse revision, CatalogSnapshots snapshots) => new(
        new($"Ревизия {revision.Number}", $"Revision {revision.Number}"),
        typeof(RevisionPart),
        new Dictionary<string, LocalizedText>(),
        snapshot => VersionsOf(revision.Changes, snapshot),
        (_, snapshot) => TakenBack.On(snapshot, revision.Number, snapshots),
        Address)
    {
        Parameters = new Dictionary<string, object?> { [nameof(RevisionPart.Revision)] = revision },
        Reason = $"Takes back revision {revision.Number}",
        Button = new("Взять обратно", "Take it back"),
    };

    /// <summary>When each of the elements was last changed: a change in between shows by that.</summary>
    private static Fields VersionsOf(IEnumerable<ElementChangeResponse> changes, CatalogSnapshot snapshot)
    {
        var fields = new Fields();
        foreach (var change in changes)
            fields[$"{change.Kind}/{change.Id}"] = snapshot.ChangedIn.TryGetValue((change.Kind, change.Id), out var number) ? $"{number}" : null;
        return fields;
    }

    private static HtmlPage Unavailable(DeskRequest desk) =>
        desk.Show<NotTherePage>(Title, (nameof(NotTherePage.Text), StoreIsDown)) with { Status = StatusCodes.Status503ServiceUnavailable };
}
