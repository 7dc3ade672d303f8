using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Asking;
using ContactsApi.Features.BestChannel;
using ContactsApi.Features.Calendar;
using ContactsApi.Features.Quality;
using ContactsApi.Features.Revisions;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Coding;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Hosting.Telemetry;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Features.Pages;

/// <summary>
/// What the service knows, as pages for people. They show the answers of other features and decide nothing themselves. A choice
/// in the address that cannot be read is said on the page, beside the answer to all that can be.
/// </summary>
public static class PageEndpoints
{
    private const int RevisionsShown = 20;

    private static readonly QueryParameter[] Choices =
    [
        .. BestChannelQuery.Parameters.Where(parameter =>
            parameter != Parameters.Language && parameter != Parameters.Explain && parameter != Parameters.View && parameter != Parameters.Revision
            && parameter != Parameters.AsOf && parameter != Parameters.Segment),
        Parameters.Segment with { Required = false },
        PageRequest.LanguageChoice,
    ];

    private static readonly QueryParameter<int> Year = new(
        "year",
        "The year shown.",
        "2026",
        text => int.TryParse(text, out var year) && year is >= Moments.FirstYear and <= Moments.LastYear ? year : Moments.OutOfRange);

    private static readonly QueryParameter<LocalDate> Until = CalendarParameters.To with { Name = "until" };

    /// <summary>Letters of any script go into a page as they are; only what HTML gives a meaning to is escaped.</summary>
    public static void AddPages(this IServiceCollection services) => services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton<KeptPages>();

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().Compressed();
        pages.MapGet("/", Now).WithQuery(Choices);
        pages.MapGet("/calendar", ShowYear).WithQuery(Year, CalendarParameters.Region, Until, PageRequest.LanguageChoice);
        pages.MapGet("/quality", ShowQuality).WithQuery(PageRequest.LanguageChoice);
        pages.MapGet("/history", ShowHistory).ReadsStore().WithQuery(Parameters.Cursor, PageRequest.LanguageChoice);
        pages.MapGet("/poster", ShowPoster).WithQuery(Parameters.Segment with { Required = false }, PageRequest.LanguageChoice);
        pages.MapGet("/widget", ShowWidget).WithQuery(PageRequest.LanguageChoice);
        pages.MapGet("/status", ShowStatus).ReadsStore().WithQuery(PageRequest.LanguageChoice);
        pages.MapGet(StatusFeed.Address, SendFeed).ReadsStore().WithQuery(PageRequest.LanguageChoice);
        pages.MapGet("/robots.txt", SendRobots);
        CheckPages.MapChecks(pages);
        CorrectionPages.MapCorrections(pages);
        pages.MapGet(WidgetScript.Address, SendWidget);
        pages.MapGet("/assets/{hash}/{file}", SendAsset);
    }

    private static Results<KeptPage, HtmlPage> Now(HttpContext context, DecisionTelemetry decisions, KeptPages pages)
    {
        var (page, query) = Read(context);
        if (pages.Find(page, query) is { } kept)
            return kept;
        var asked = BestChannelQuery.Read(query);
        // The language of the page is no condition for a channel.
        asked = asked with { Question = asked.Question with { Language = null } };
        var view = Answered(asked) with
        {
            Again = asked.Question.Exclude.Count > 0 ? Answered(asked with { Question = asked.Question with { Exclude = new HashSet<string>() } }) : null,
        };
        return Show<NowPage>(
            page,
            query,
            TitleOf(view),
            (nameof(NowPage.View), view)) with
        {
            Description = new ShortAnswer(asked.Time, page.Language, asked.Question.Country).Of(view.Decision),
            FrameParameters = new Dictionary<string, object?> { [nameof(PageFrame.Moment)] = asked.Time.MoscowMoment },
            Keep = asked.Time.IsNow && query.Errors.Count == 0 && view.Again is null ? html => pages.Keep(page, query, view, html) : null,
        };

        NowView Answered(BestChannelQuery question)
        {
            var decision = decisions.Choose(query.Snapshot, question.Question, question.Time.Moment);
            return new NowView(question, decision, BestChannelResponse.Of(decision, question, query.Snapshot, page.Language), query.Directory);
        }
    }

    private static HtmlPage ShowYear(HttpContext context)
    {
        var (page, query) = Read(context);
        var today = MoscowTime.DateOf(query.AskedAt);
        var year = query.TryGet(Year, out var asked) ? asked : today.Year;
        return Show<YearPage>(
            page,
            query,
            new($"Производственный календарь на {year} год", $"The Russian production calendar for {year}"),
            (nameof(YearPage.Year), year),
            (nameof(YearPage.Asked), AskedCalendar.Read(query)),
            (nameof(YearPage.Directory), query.Directory),
            (nameof(YearPage.Until), query.TryGet(Until, out var until) ? until : (LocalDate?)null),
            (nameof(YearPage.Today), today));
    }

    private static HtmlPage ShowQuality(HttpContext context, IOptions<QualityOptions> options)
    {
        var (page, query) = Read(context);
        var examined = new QualityContext(query.Directory, MoscowTime.DateOf(query.AskedAt), options.Value.StaleAfterDays);
        return Show<QualityPage>(
            page,
            query,
            new("В чём мы не уверены", "What we are not sure of"),
            (nameof(QualityPage.Report), QualityResponse.Of(query.Snapshot.Revision, QualityRules.FindingsOf(examined), page.Language)),
            (nameof(QualityPage.Directory), query.Directory));
    }

    private static HtmlPage ShowHistory(HttpContext context, CatalogSnapshots snapshots, StoreAccess access, RevisionStore store)
    {
        var (page, query) = Read(context);
        var before = query.TryGet(Parameters.Cursor, out var cursor) ? cursor : long.MaxValue;
        var title = new LocalizedText("Как менялись сведения", "How the facts changed");
        try
        {
            var entries = access.Read(() => store.List(before, RevisionsShown, snapshots.Current.Revision));
            var revisions = access.Read(
                () => entries.Select(entry => RevisionResponse.Of(entry, entry.Number == 1 ? [] : store.ChangesOf(entry.Number))).ToList());
            return Show<HistoryPage>(
                page,
                query,
                title,
                (nameof(HistoryPage.Revisions), revisions),
                (nameof(HistoryPage.Directory), query.Directory),
                (nameof(HistoryPage.Next), RevisionsResponse.Of(entries, RevisionsShown).Next));
        }
        catch (StoreUnavailableException)
        {
            return Unavailable(page, title);
        }
    }

    private static HtmlPage ShowPoster(HttpContext context)
    {
        var (page, query) = Read(context);
        query.TryGet(Parameters.Segment, out var segment);
        var directory = query.Directory;
        return Show<PosterPage>(
            page,
            query,
            new("Плакат: номер поддержки Госуслуг", "A poster: the number of the Gosuslugi support centre"),
            (nameof(PosterPage.Segment), segment),
            (nameof(PosterPage.Number), PlainNumber.Of(directory, segment)),
            (nameof(PosterPage.Directory), directory),
            (nameof(PosterPage.Today), MoscowTime.DateOf(query.AskedAt)));
    }

    private static HtmlPage ShowWidget(HttpContext context)
    {
        var (page, query) = Read(context);
        return Show<WidgetPage>(
            page,
            query,
            new("Виджет для вашего сайта", "A widget for your site"));
    }

    private static HtmlPage ShowStatus(HttpContext context, StoreAccess access, RevisionStore store)
    {
        var (page, query) = Read(context);
        return Show<StatusPage>(
            page,
            query,
            new("Что сейчас работает", "What works now"),
            (nameof(StatusPage.Status), StatusOf(query, access, store)),
            (nameof(StatusPage.Now), query.AskedAt));
    }

    private static FileContentHttpResult SendFeed(HttpContext context, StoreAccess access, RevisionStore store)
    {
        var (page, query) = Read(context);
        context.Response.Headers.CacheControl = "public, max-age=60";
        return StatusFeed.Of(StatusOf(query, access, store), page, query.AskedAt, query.Snapshot.CreatedAt);
    }

    private static ServiceStatus StatusOf(CatalogQuery query, StoreAccess access, RevisionStore store)
    {
        IEnumerable<RemovedElement> removed = [];
        try
        {
            removed = access.Read(() => store.RemovedSince(ServiceStatus.Since(query.AskedAt), "incidents"));
        }
        catch (StoreUnavailableException)
        {
            // What works now is known without it.
        }

        return ServiceStatus.Of(query.Directory, removed.Select(Until), query.AskedAt);

        static Incident Until(RemovedElement element)
        {
            var incident = JsonSerializer.Deserialize<Incident>(element.Body, ContactsJson.Options)!;
            return incident with { End = incident.End is { } end && end < element.RemovedAt ? end : element.RemovedAt };
        }
    }

    /// <summary>Search engines read the pages; the API is for programs.</summary>
    private static ContentHttpResult SendRobots() => TypedResults.Text("User-agent: *\nDisallow: /v1/\nDisallow: /correction\n");

    /// <summary>Sites name this address for years, so it stays, and what is at it may be kept for a while only.</summary>
    private static FileContentHttpResult SendWidget(HttpContext context, CatalogSnapshots snapshots)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return WidgetScript.Of(snapshots.Current.Directory);
    }

    private static IResult SendAsset(string hash, string file, HttpContext context)
    {
        if (!Asset.ByAddress.TryGetValue($"/assets/{hash}/{file}", out var asset))
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(asset.Content, asset.ContentType);
    }

    internal static (PageRequest Page, CatalogQuery Query) Read(HttpContext context)
    {
        var page = PageRequest.Of(context);
        var query = CatalogQuery.Read(context);
        query.TryGet(PageRequest.LanguageChoice, out _);
        return (page, query);
    }

    /// <summary>Names the answer: whoever looks for a number finds it before the page is open.</summary>
    private static LocalizedText TitleOf(NowView view)
    {
        var title = new LocalizedText("Как связаться с поддержкой Госуслуг", "How to reach the Gosuslugi support centre");
        return view.Answer.Best is { } best
            ? new($"{best.Name}: {best.Address.Dial ?? best.Address.Display}. {title.Ru}", $"{best.Name}: {best.Address.Dial ?? best.Address.Display}. {title.En}")
            : title;
    }

    internal static HtmlPage Unavailable(PageRequest page, LocalizedText title) =>
        HtmlPage.Of<UnavailablePage>(page, title) with { Status = StatusCodes.Status503ServiceUnavailable };

    internal static HtmlPage Show<T>(PageRequest page, QueryReader query, LocalizedText title, params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        HtmlPage.Of<T>(page.Dropping(query.Errors.Keys), title, [.. parameters, (nameof(Mistakes.Errors), query.Errors)]) with
        {
            Status = query.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
}
