using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Core.Corrections;
using ContactsApi.Editing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Pages;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.Corrections;

/// <summary>What people say is wrong: judged one by one, or by the dozen where somebody sent a flood.</summary>
public static class CorrectionEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/corrections";

    /// <summary>How many stand on a page, and so how many can be rejected at once.</summary>
    public const int Shown = 50;

    public const string NumberField = "number", ReasonField = "prepared", RevisionField = "mendedBy";

    private static readonly LocalizedText Title = new("Поправки", "Corrections");

    private static readonly LocalizedText StoreIsDown = new(
        "Хранилище не отвечает. Отмеченное осталось отмеченным: отправьте ещё раз через минуту.", "The store does not answer. What you ticked is still ticked: send it again in a minute.");

    private static readonly LocalizedText NothingTicked = new("Отметьте, что отклонить.", "Tick what is to be rejected.");

    private static readonly LocalizedText NoReason = new("Выберите причину или напишите свою: её прочтут те, кто прислал.", "Choose a reason or write your own: those who sent it will read it.");

    private static readonly LocalizedText NoRevision = new("Такой ревизии нет.", "There is no such revision.");

    private static readonly LocalizedText NotThere = new("Поправки с таким номером нет.", "There is no correction of this number.");

    /// <summary>Reasons that stand ready.</summary>
    public static IReadOnlyList<OutageReason> Reasons { get; } =
    [
        new("checked", new("Мы проверили: указано верно.", "We have checked: it is right as it is.")),
        new("unclear", new("Не удалось понять, что неверно.", "We could not make out what is wrong.")),
        new("known", new("Об этом уже сообщили, исправляем.", "It was reported before, and is being mended.")),
        new("off-topic", new("Это не об этих сведениях.", "This is not about these facts.")),
    ];

    private static readonly QueryParameter<CorrectionStatus> Status = Parameters.OneOf<CorrectionStatus>("status", "Only corrections of this status.", "received");

    private static readonly QueryParameter<CorrectionElement> Element = Parameters.OneOf<CorrectionElement>("element", "Only corrections of this.", "hours");

    private static readonly CatalogParameter<Core.Channels.Channel> Channel = Parameters.Channel;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/corrections", (HttpContext context) => Inbox(context, [], null, null)).ReadsStore().WithDeskQuery(Status, Channel, Element, Parameters.Cursor);
        group.MapPost("/corrections", (Delegate)RejectAsync).WithDeskQuery(Status, Channel, Element, Parameters.Cursor);
        group.MapGet("/corrections/{number}", (string number, HttpContext context) => Case(number, context, null)).ReadsStore().WithDeskQuery();
        group.MapPost("/corrections/{number}", AcceptAsync).WithDeskQuery();
    }

    private static HtmlPage Inbox(HttpContext context, IReadOnlyCollection<string> ticked, LocalizedText? words, LocalizedText? trouble, int status = StatusCodes.Status200OK)
    {
        var desk = DeskRequest.Of(context);
        var query = CatalogQuery.Read(context);
        CorrectionStatus? asked = query.TryGet(Status, out var chosen) ? chosen : CorrectionStatus.Received;
        var filter = new CorrectionFilter(asked, query.TryGet(Channel, out var channel) ? channel.Id : null);
        CorrectionElement? element = query.TryGet(Element, out var part) ? part : null;
        var before = query.TryGet(Parameters.Cursor, out var cursor) ? cursor : long.MaxValue;
        IReadOnlyList<ListedCorrection>? listed;
        try
        {
            var (access, corrections) = (context.RequestServices.GetRequiredService<StoreAccess>(), context.RequestServices.GetRequiredService<CorrectionStore>());
            listed = access.Read(() => corrections.List(filter, before, Shown + 1));
        }
        catch (StoreUnavailableException)
        {
            (listed, trouble, status) = ([], trouble ?? StoreIsDown, StatusCodes.Status503ServiceUnavailable);
        }

        return desk.Show<InboxView>(
            Title,
            (nameof(InboxView.Listed), listed.Take(Shown).Where(one => element is null || one.Correction.Report.Element == element).ToList()),
            (nameof(InboxView.Next), listed.Count > Shown ? $"{listed[Shown - 1].Sequence}" : null),
            (nameof(InboxView.Status), asked.Value),
            (nameof(InboxView.Filter), (filter.ChannelId, element)),
            (nameof(InboxView.Ticked), ticked),
            (nameof(InboxView.Words), words),
            (nameof(InboxView.Trouble), trouble)) with { Status = status };
    }

    /// <summary>Rejects all that are ticked, for one reason. What was judged before stays as it is.</summary>
    private static async Task<IResult> RejectAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var numbers = form[NumberField].OfType<string>().Distinct().Take(Shown).ToList();
        var (ru, en) = (Written(form["reason.ru"].ToString()), Written(form["reason.en"].ToString()));
        var reason = Reasons.FirstOrDefault(one => one.Code == form[ReasonField].ToString())?.Text ?? OutageReason.InOwnWords(ru, en);
        var words = new LocalizedText(ru ?? "", en ?? "");
        if (numbers.Count == 0)
            return Inbox(context, numbers, words, NothingTicked, StatusCodes.Status422UnprocessableEntity);
        if (reason is null)
            return Inbox(context, numbers, words, NoReason, StatusCodes.Status422UnprocessableEntity);
        if ((Legible.FaultOf(reason.Ru) ?? Legible.FaultOf(reason.En)) is { } fault)
            return Inbox(context, numbers, words, fault, StatusCodes.Status422UnprocessableEntity);
        try
        {
            foreach (var number in numbers)
                Mending.Judge(context, number, Verdict.Reject(reason));
        }
        catch (StoreUnavailableException)
        {
            return Inbox(context, numbers, words, StoreIsDown, StatusCodes.Status503ServiceUnavailable);
        }

        return TypedResults.Redirect(PageRequest.Of(context).With(DeskQuery.Saved.Name, "0"));
    }

    private static HtmlPage Case(string number, HttpContext context, LocalizedText? trouble, int status = StatusCodes.Status200OK)
    {
        var desk = DeskRequest.Of(context);
        try
        {
            var (access, corrections) = (context.RequestServices.GetRequiredService<StoreAccess>(), context.RequestServices.GetRequiredService<CorrectionStore>());
            return access.Read(() => corrections.Find(number)) is { } found
                ? desk.Show<CaseView>(Title, (nameof(CaseView.Case), found), (nameof(CaseView.Trouble), trouble)) with { Status = status }
                : desk.Show<NotTherePage>(Title, (nameof(NotTherePage.Text), NotThere)) with { Status = StatusCodes.Status404NotFound };
        }
        catch (StoreUnavailableException)
        {
            return desk.Show<NotTherePage>(Title, (nameof(NotTherePage.Text), StoreIsDown)) with { Status = StatusCodes.Status503ServiceUnavailable };
        }
    }

    /// <summary>Accepts a correction with a revision that mended it before.</summary>
    private static async Task<IResult> AcceptAsync(string number, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var page = PageRequest.Of(context);
        var newest = context.RequestServices.GetRequiredService<CatalogSnapshots>().Current.Revision;
        if (!long.TryParse(form[RevisionField].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) || revision < 1 || revision > newest)
            return Case(number, context, NoRevision, StatusCodes.Status422UnprocessableEntity);
        try
        {
            return Mending.Judge(context, number, Verdict.Accept(revision, null)) is null
                ? Case(number, context, null)
                : TypedResults.Redirect(page.With(DeskQuery.Saved.Name, "0"));
        }
        catch (StoreUnavailableException)
        {
            return Case(number, context, StoreIsDown, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static string? Written(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
