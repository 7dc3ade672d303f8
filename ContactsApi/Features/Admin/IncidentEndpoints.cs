using ContactsApi.Editing;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.OpenApi;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Admin;

/// <summary>Announces an outage in one short request. It is ended by a PATCH of its end, or by itself at the end that it was given.</summary>
public static class IncidentEndpoints
{
    public static void MapIncidents(this RouteGroupBuilder group) => group.MapPost("/incidents", AnnounceAsync)
        .WithName("announceIncident")
        .WithSummary("Announce an outage of a channel")
        .WithDescription(
            "From `start` (now, if it is left out) until `end` (until further notice, if it is left out) the channel is closed, and so are the "
            + "others of its desk and those reached through them, unless `onlyHere` is true; `affects` names them. Whatever else is said "
            + "of them does not count, and the very next answer shows it. To repeat the request is harmless: as long as an incident of the "
            + "channel with the same reason and end has not ended, it is not announced again, and the answer is that incident.")
        .WithQuery(Writes.Message, Writes.DryRun)
        .WithMetadata(
            new DocumentedBody(CatalogSchemas.Announcement, "The outage.", new DocumentedExample("An outage from now on", EditingExamples.Announcement)),
            EditingDocumentation.Tag(200, 201))
        .WithBody(new BodyContract(BodyContract.Json, BodyContract.ElementBytes))
        .ProducesProblems(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<WriteResponse>, Created<WriteResponse>, JsonHttpResult<ProblemResponse>>> AnnounceAsync(
        HttpContext context, CatalogWriter writer, IClock clock)
    {
        var query = QueryReader.Of(context);
        var announced = context.ReadJson(query);
        var now = clock.GetCurrentInstant();
        return Writes.Answer(await Writes.WriteAsync(
            (snapshot, _) => Announcement.On(snapshot, announced, now), context, query, writer, clock, conditional: false));
    }
}
