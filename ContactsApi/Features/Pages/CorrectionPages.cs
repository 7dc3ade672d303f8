using System.Text;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Corrections;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;

namespace ContactsApi.Features.Pages;

/// <summary>A form for what <c>POST /v1/corrections</c> takes, and a page for the number that it gives.</summary>
public static class CorrectionPages
{
    private const string Address = "/correction";

    private static readonly LocalizedText Title = new("Сообщить об ошибке", "Report a mistake");

    private static readonly CatalogParameter<Channel> Channel = Parameters.Channel with { Description = "What the mistake is in." };

    public static void MapCorrections(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, Ask).WithQuery(Channel, PageRequest.LanguageChoice);
        pages.MapPost(Address, Receive).WithQuery(PageRequest.LanguageChoice)
            .WithBody(PageForm.Body)
            .WithOpenWriteLimit();
        pages.MapGet($"{Address}/{{number}}", Tell).ReadsStore().WithQuery(PageRequest.LanguageChoice);
    }

    private static HtmlPage Ask(HttpContext context)
    {
        var (page, query) = PageEndpoints.Read(context);
        var form = query.TryGet(Channel, out var channel) ? new Dictionary<string, string> { ["channelId"] = channel.Id } : [];
        return Form(page, query, form);
    }

    private static IResult Receive(HttpContext context, CatalogSnapshots snapshots, CorrectionStore corrections)
    {
        var (page, query) = PageEndpoints.Read(context);
        var form = PageForm.FieldsOf(context);
        // From here on it is read as if it had come to the API.
        var json = new JsonObject(form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));
        context.Features.Set(new ReceivedBody(Encoding.UTF8.GetBytes(json.ToJsonString())));
        if (ReportReader.Read(context.ReadForm<CorrectionRequest>(query), query.Directory) is not { } report)
            return Form(page, query, form);
        try
        {
            if (snapshots.ToStore(() => corrections.Receive(report, query.AskedAt, context.Origin())) is { } receipt)
                return TypedResults.Redirect(page.To($"{Address}/{receipt.Correction.Number}"), permanent: false, preserveMethod: false);
        }
        catch (StoreUnavailableException)
        {
            // As when too many wait to be judged: it may be sent again later.
        }

        return PageEndpoints.Unavailable(page, Title);
    }

    private static HtmlPage Tell(string number, HttpContext context, StoreAccess access, CorrectionStore corrections)
    {
        var (page, query) = PageEndpoints.Read(context);
        try
        {
            var found = access.Read(() => corrections.Find(number));
            return PageEndpoints.Show<CorrectionStatusPage>(
                page, query, Title, (nameof(CorrectionStatusPage.Correction), found is null ? null : CorrectionResponse.Of(found, page.Language)))
                with { Status = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK };
        }
        catch (StoreUnavailableException)
        {
            return PageEndpoints.Unavailable(page, Title);
        }
    }

    private static HtmlPage Form(PageRequest page, CatalogQuery query, Dictionary<string, string> form) => PageEndpoints.Show<CorrectionPage>(
        page, query, Title, (nameof(CorrectionPage.Directory), query.Directory), (nameof(CorrectionPage.Form), form));
}
