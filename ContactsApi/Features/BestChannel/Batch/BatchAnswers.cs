using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Queries;
using ContactsApi.Hosting.Telemetry;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.BestChannel.Batch;

/// <summary>Answers questions as the query string does that asks one.</summary>
public sealed class BatchAnswers(CatalogSnapshot snapshot, Instant askedAt, DecisionTelemetry decisions, Language language)
{
    private const string Id = "id";

    private static readonly QueryContract Contract = new(
    [
        Parameters.Segment, Parameters.TimeZone, Parameters.At, Parameters.Language, Parameters.Need, Parameters.Topic, Parameters.Region,
        Parameters.Country, Parameters.Exclude, Parameters.Urgent, Parameters.View,
    ]);

    private static readonly LocalizedText UnfitId = new(
        $"Нужен текст не длиннее {QueryReader.MaxLength} знаков.", $"A text of at most {QueryReader.MaxLength} characters is needed.");

    public BatchAnswerResponse To(JsonObject question)
    {
        var asked = new CatalogQuery(ValuesOf(question), Contract, snapshot, askedAt);
        var query = BestChannelQuery.Read(asked);
        var id = IdOf(question, asked);
        if (asked.Errors.Count > 0)
            return new(id, null, null, Refusals.Invalid(asked, language).Value);
        var decision = decisions.Choose(snapshot, query.Question, query.Time.Moment);
        return query.View == View.Short
            ? new(id, null, ShortBestChannelResponse.Of(decision, query, snapshot, language), null)
            : new(id, BestChannelResponse.Of(decision, query, snapshot, language), null, null);
    }

    private static string? IdOf(JsonObject question, QueryReader query)
    {
        if (question[Id] is not { } given)
            return null;
        if (given.GetValueKind() == JsonValueKind.String && given.GetValue<string>() is { Length: <= QueryReader.MaxLength } id)
            return id;
        query.Refuse(Id, UnfitId);
        return null;
    }

    /// <summary>What the query string would hold: a list gives a parameter several times, and null leaves it out.</summary>
    private static IEnumerable<(string Name, string Value)> ValuesOf(JsonObject question) =>
        from property in question
        where property.Key != Id && property.Value is not null
        from value in property.Value is JsonArray list ? list.AsEnumerable() : [property.Value]
        select (property.Key, TextOf(value));

    private static string TextOf(JsonNode? value) =>
        value is null ? "null" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
