using System.Text.Json.Serialization;
using ContactsApi.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Hosting;

/// <summary>A refusal with a stable code, by RFC 9457.</summary>
public sealed record Problem(int Status, string Code, LocalizedText Title)
{
    /// <summary>The type by which others know the problem too, where there is one.</summary>
    public string? DefinedType { get; init; }

    public static Problem InvalidParameters { get; } = new(400, "invalid-parameters", new(
        "Запрос составлен неверно", "The request is not right"));

    public static Problem SegmentNotServed { get; } = new(400, "segment-not-served", new(
        "Канал не обслуживает этот сегмент", "The channel does not serve this segment"));

    public static Problem ChannelNotFound { get; } = new(404, "channel-not-found", new(
        "Такого канала нет", "There is no such channel"));

    public static Problem TopicNotFound { get; } = new(404, "topic-not-found", new(
        "Такой темы нет", "There is no such topic"));

    public static Problem AddressNotFound { get; } = new(404, "address-not-found", new(
        "Такого адреса у канала нет", "The channel has no such address"));

    public static Problem NothingPromised { get; } = new(404, "nothing-promised", new(
        "Ответа никто не обещает", "Nobody promises an answer"));

    public static Problem TooLongForQrCode { get; } = new(404, "too-long-for-qr-code", new(
        "Текст слишком длинен для QR-кода", "The text is too long for a QR code"));

    public static Problem RegionNotFound { get; } = new(404, "region-not-found", new(
        "Такого региона нет", "There is no such region"));

    public static Problem RevisionNotFound { get; } = new(404, "revision-not-found", new(
        "Такой ревизии нет", "There is no such revision"));

    public static Problem KeyNotFound { get; } = new(404, "key-not-found", new(
        "Такого ключа нет", "There is no such key"));

    public static Problem KeyEnded { get; } = new(409, "key-ended", new(
        "Ключ отозван или истёк; создайте другой", "The key is revoked or has expired; create another"));

    public static Problem WebhookNotFound { get; } = new(404, "webhook-not-found", new(
        "Такого вебхука у вас нет", "You have no such webhook"));

    public static Problem TooManyWebhooks { get; } = new(409, "too-many-webhooks", new(
        "У этого ключа уже столько вебхуков, сколько можно; удалите лишний", "This key has as many webhooks as it may; remove one first"));

    public static Problem KeyMissing { get; } = new(401, "key-missing", new(
        "Нужен ключ API; он передаётся в заголовке Authorization: Bearer",
        "An API key is needed; it is sent in the header Authorization: Bearer"));

    public static Problem KeyInvalid { get; } = new(401, "key-invalid", new(
        "Такого действующего ключа API нет", "There is no such valid API key"));

    public static Problem KeyExpired { get; } = new(401, "key-expired", new(
        "Срок действия ключа API истёк", "The API key has expired"));

    public static Problem ScopeTooSmall { get; } = new(403, "scope-too-small", new(
        "Этот ключ API такого не разрешает", "This API key does not allow that"));

    public static Problem TooManyRequests { get; } = new(429, "too-many-requests", new(
        "Слишком много запросов", "Too many requests"))
    {
        // draft-ietf-httpapi-ratelimit-headers-11, section 5.
        DefinedType = "https://iana.org/assignments/http-problem-types#quota-exceeded",
    };

    public static Problem ElementNotFound { get; } = new(404, "element-not-found", new(
        "Такого элемента каталога нет", "The catalog has no such element"));

    public static Problem ElementInUse { get; } = new(409, "element-in-use", new(
        "На этот элемент ссылаются другие; сначала измените их", "Others refer to this element; change them first"));

    public static Problem InvalidElement { get; } = new(422, "invalid-element", new(
        "С таким изменением каталог не будет цельным; ничего не записано", "With this change the catalog would not be whole; nothing was written"));

    public static Problem PreconditionRequired { get; } = new(428, "precondition-required", new(
        "Нужен заголовок If-Match с меткой из ETag, а для нового элемента If-None-Match: *",
        "The header If-Match is needed, with the tag from ETag, or for a new element If-None-Match: *"));

    public static Problem PreconditionFailed { get; } = new(412, "precondition-failed", new(
        "Элемент с тех пор изменён; прочтите его снова. Ничего не записано", "The element was changed meanwhile; read it again. Nothing was written"));

    public static Problem UnsupportedMediaType { get; } = new(415, "unsupported-media-type", new(
        "Тело запроса не того вида", "The body of the request is of the wrong kind"));

    public static Problem BodyTooLarge { get; } = new(413, "body-too-large", new(
        "Тело запроса слишком велико", "The body of the request is too large"));

    public static Problem CorrectionNotFound { get; } = new(404, "correction-not-found", new(
        "Поправки с таким номером нет", "There is no correction of this number"));

    public static Problem CorrectionJudged { get; } = new(409, "correction-judged", new(
        "По поправке уже решено иначе", "The correction was judged otherwise before"));

    public static Problem TooManyCorrections { get; } = new(503, "too-many-corrections", new(
        "Слишком много поправок ждут разбора; пришлите свою позже", "Too many corrections wait for a steward; please send yours later"));

    public static Problem NoBot { get; } = new(404, "no-bot", new(
        "Бот здесь не настроен", "No bot is set up here"));

    public static Problem NotFromTelegram { get; } = new(401, "not-from-telegram", new(
        "Секрет вебхука не тот", "This is not the secret of the webhook"));

    public static Problem StoreUnavailable { get; } = new(503, "store-unavailable", new(
        "Хранилище сейчас недоступно; повторите запрос позже", "The store is not available now; please repeat the request later"));

    public static Problem Overloaded { get; } = new(503, "overloaded", new(
        "Сейчас слишком много запросов сразу; повторите чуть позже", "Too many requests at once; please repeat this one a little later"));

    public static Problem RouteNotFound { get; } = new(404, "route-not-found", new(
        "Такого адреса нет; что есть, описано в /openapi.yaml", "There is nothing at this address; /openapi.yaml says what there is"));

    public static Problem MethodNotAllowed { get; } = new(405, "method-not-allowed", new(
        "Этот адрес не понимает такого метода; какие понимает, сказано в заголовке Allow",
        "This address does not understand the method; the header Allow names those that it does"));

    public static Problem BodyTooSlow { get; } = new(408, "body-too-slow", new(
        "Тело запроса не пришло вовремя", "The body did not come in time"));

    public static Problem Internal { get; } = new(500, "internal-error", new(
        "Ошибка на нашей стороне; повторите запрос позже", "An error on our side; please repeat the request later"));

    /// <summary>Any other status that the server itself answers with.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        404 => RouteNotFound,
        405 => MethodNotAllowed,
        408 => BodyTooSlow,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        >= 500 => Internal with { Status = status },
        _ => InvalidParameters with { Status = status, Code = "bad-request" },
    };

    /// <param name="errors">What is wrong, by parameter.</param>
    /// <param name="more">What the type of the problem defines besides.</param>
    public JsonHttpResult<ProblemResponse> In(
        Language language, IReadOnlyDictionary<string, IReadOnlyList<string>>? errors = null, LocalizedText? detail = null, IDictionary<string, object>? more = null) =>
        TypedResults.Json(
            new ProblemResponse(
                DefinedType ?? $"urn:contacts-api:problem:{Code}",
                Title.In(language),
                Status,
                detail?.In(language)
                    ?? string.Join(' ', errors?.Select(error => $"{error.Key}: {string.Join(' ', error.Value)}") ?? [Title.In(language)]),
                Code,
                errors ?? new Dictionary<string, IReadOnlyList<string>>())
            {
                More = more,
            },
            contentType: ProblemResponse.ContentType,
            statusCode: Status);
}

/// <summary>A refusal, by RFC 9457.</summary>
/// <param name="Type">Names the kind of problem; the same for the same `code`.</param>
/// <param name="Title">The kind of problem, for people, in the language of the answer.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request, for people, in the language of the answer.</param>
/// <param name="Code">The kind of problem, for programs; stable.</param>
/// <param name="Errors">For each parameter to blame, what is wrong with it and what would be right; empty if none is.</param>
public sealed record ProblemResponse(
    string Type, string Title, int Status, string Detail, string Code, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors)
{
    public const string ContentType = "application/problem+json";

    /// <summary>Further members, where the type of the problem defines any.</summary>
    [JsonExtensionData]
    public IDictionary<string, object>? More { get; init; }
}
