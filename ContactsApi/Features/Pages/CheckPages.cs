using ContactsApi.Core;
using ContactsApi.Core.Checking;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Checking;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;

namespace ContactsApi.Features.Pages;

/// <summary>A field for what <c>/v1/contacts/check</c> compares. It is sent in a body: an address stays in the history of a browser.</summary>
public static class CheckPages
{
    public const string Address = "/check";

    private static readonly LocalizedText Title = new("Это правда поддержка Госуслуг?", "Is it really the Gosuslugi support centre?");

    public static void MapChecks(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, Ask).WithQuery(PageRequest.LanguageChoice);
        pages.MapPost(Address, Check).WithQuery(PageRequest.LanguageChoice).WithBody(PageForm.Body).WithCheckLimit();
    }

    private static HtmlPage Ask(HttpContext context)
    {
        var (page, query) = PageEndpoints.Read(context);
        return PageEndpoints.Show<CheckPage>(page, query, Title);
    }

    private static HtmlPage Check(HttpContext context, ContactChecks checks)
    {
        var (page, query) = PageEndpoints.Read(context);
        var value = PageForm.FieldsOf(context).GetValueOrDefault("value", "");
        var (snapshot, language) = (query.Snapshot, page.Language);
        try
        {
            var results = value.Length <= ValueReader.MaxLength ? checks.Check(value, snapshot) : [];
            if (results.Count == 0)
                query.Refuse("value", CheckWording.NothingIn);
            return PageEndpoints.Show<CheckPage>(
                page,
                query,
                Title,
                (nameof(CheckPage.Value), value),
                (nameof(CheckPage.Answer), results.Count == 0 ? null : CheckResponse.Of(results, snapshot.Directory, snapshot.Revision, language))) with
            {
                Keeping = CacheControl.PrivateNoStore,
            };
        }
        catch (StoreUnavailableException)
        {
            return PageEndpoints.Unavailable(page, Title);
        }
    }
}
