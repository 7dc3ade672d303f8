using System.Text;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Formats.VCards;

public static class VCardEndpoints
{
    public static void MapVCards(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/channels/{id}/contact.vcf", Get)
        .WithName("getVCard")
        .WithSummary("A channel for an address book")
        .WithDescription("vCard 4.0 (RFC 6350) with the number, mailbox or page, and a note of whom and what it is for and what is doubtful about it. A channel has none where no source gives an address that a program can open.")
        .WithQuery(Parameters.Revision, Parameters.AsOf)
        .ProducesBody<string>(VCard.MediaType);

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> Get(
        string id, HttpContext context, CatalogQuery query) =>
        context.AboutChannel<CacheableBody>(id, query, channel =>
        {
            if (query.Errors.Count > 0)
                return context.Refuse(query);
            if (channel.Address?.Link() is null)
                return context.RefuseAddress();
            var language = context.Language();
            var note = Sentences.Joined(channel.Description.In(language), Conditions.Of(channel, query.Directory, language));
            var card = VCard.Of(channel, language, note, VCard.More(channel, query.Snapshot.CreatedAt));
            return query.LastingBody(
                new ResponseBody(Encoding.UTF8.GetBytes(card), $"{VCard.MediaType}; charset=utf-8") { FileName = $"{channel.Id}.vcf" });
        });
}
