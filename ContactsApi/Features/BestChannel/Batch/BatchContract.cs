using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;

namespace ContactsApi.Features.BestChannel.Batch;

/// <summary>Many questions at once.</summary>
/// <param name="Questions">In any order, equal ones too.</param>
public sealed record BestChannelBatchRequest([property: Required, MaxLength(BatchEndpoints.Most)] IReadOnlyList<BestChannelQuestionRequest> Questions);

/// <summary>
/// One question, by the parameters of `GET /v1/best-channel`. It is read by the same rules, and what is wrong with it is told in its
/// answer alone.
/// </summary>
/// <param name="Id">The caller's own, at most 100 characters; it comes back with the answer.</param>
/// <param name="Segment">Whom the caller speaks for.</param>
/// <param name="TimeZone">The caller's IANA time zone.</param>
/// <param name="At">The moment asked about; absent, it is now, the same for all questions.</param>
/// <param name="Language">The language to be served in.</param>
/// <param name="Need">What the channel must offer.</param>
/// <param name="Topic">What the trouble is about, by the id of a topic.</param>
/// <param name="Region">The caller's region, by its ISO 3166-2 code.</param>
/// <param name="Country">The country that the caller dials from, by its ISO 3166-1 alpha-2 code.</param>
/// <param name="Exclude">Channels tried in vain, by their ids.</param>
/// <param name="Urgent">Whether the matter is urgent.</param>
/// <param name="View">How much is shown.</param>
public sealed record BestChannelQuestionRequest(
    string? Id,
    [property: Required] Segment Segment,
    string? TimeZone = null,
    string? At = null,
    Language? Language = null,
    IReadOnlyList<Capability>? Need = null,
    string? Topic = null,
    string? Region = null,
    string? Country = null,
    IReadOnlyList<string>? Exclude = null,
    bool? Urgent = null,
    View? View = null);

/// <summary>The same as it is read: what each question is, is looked at question by question.</summary>
public sealed record Batch(IReadOnlyList<JsonNode> Questions);

/// <summary>The answers to many questions.</summary>
/// <param name="Answers">One for each question, in the order of the questions; all from one state of knowledge and one moment.</param>
public sealed record BestChannelBatchResponse(IAsyncEnumerable<BatchAnswerResponse> Answers);

/// <summary>The answer to one question.</summary>
/// <param name="Id">As the caller gave it; else null.</param>
/// <param name="Answer">What `GET /v1/best-channel` would answer; null if there is a problem, or a short view was asked for.</param>
/// <param name="ShortAnswer">The same in the short view; null if that was not asked for, or there is a problem.</param>
/// <param name="Problem">With what `GET /v1/best-channel` would refuse the question; null if there is none.</param>
public sealed record BatchAnswerResponse(string? Id, BestChannelResponse? Answer, ShortBestChannelResponse? ShortAnswer, ProblemResponse? Problem);
