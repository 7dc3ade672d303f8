namespace ContactsApi.Hosting.OpenApi;

/// <summary>What the documents of the contract say before their first operation.</summary>
public static class Introduction
{
    public const string ForPartners =
        """
        How do I reach the Gosuslugi support centre right now? The answer names the best channel for a caller, until when that holds, what to try next
        and why. The facts come from one document that contradicts itself: each is a statement with its reference.

        **First request.** No key is needed. Name the segment, and where the caller is if that is not Moscow:

        ```sh
        curl 'http://localhost:5080/v1/best-channel?segment=individual&timeZone=Asia/Vladivostok' -H 'Accept-Language: en'
        ```

        Show `best` with its `address`, what `answer` promises, and its `warnings`. Offer `alternatives` in their order. Ask again at `validUntil`.

        **Segments** are whom a caller speaks for: `individual` for themselves, `legal-entity` for an organisation, `abroad` from outside Russia.

        **States.** `open`: all statements that count say so. `closed`: all say closed, or an operator says so. `disputed`: they differ, so never show
        it as open. `unstated`: no source states hours. `answer` is what every source promises, `perhaps` what the more favourable one does.

        **Errors** are `application/problem+json` (RFC 9457). Go by `code`, which is stable; `errors` names each parameter to blame and says what would be
        right. A parameter that does not exist, or is given twice, is refused too. In a query write the `+` of an offset as `%2B`.

        **Caching.** Keep an answer as long as its `Cache-Control` says, which is never past its next change; then ask with its `ETag` in `If-None-Match`,
        where an operation takes that: 304 says that what you have still holds, and for how long.
        A refusal is kept by nobody (`no-store`).

        **Limits.** `RateLimit-Policy` and `RateLimit` say how many requests a caller may make and how many are left. After 429 or 503 wait as long as
        `Retry-After` says. An API key may allow more. To be told of changes, listen to `/v1/stream` instead of asking again and again.

        **Languages.** Texts are Russian, or English by `Accept-Language: en`. Codes, ids and states are the same in both.

        **What may change without notice:** new operations, optional parameters, fields of answers, values of enumerations and codes; texts for people, and
        what the catalog holds. Pass over what you do not know. Whatever else would break a client comes under a new path, as `/v2`.

        **Deprecation.** What is to go is marked `deprecated` here, and its answers carry `Deprecation` (RFC 9745) with the date since when, and
        `Sunset` (RFC 8594) with the date until when it answers: at least six months later.

        What stewards do is in `/openapi.admin.yaml`.
        """;

    public const string ForStewards =
        """
        Changes the catalog, judges corrections and gives out keys. What anyone may ask is in `/openapi.yaml`, which also says how errors, limits,
        languages and deprecation work.

        **Keys.** Every operation needs a key, as `Authorization: Bearer cak_…` or `X-Api-Key`, and says of which scope. `admin` may do all that `steward` may.

        **Writing.** Read an element, send its `ETag` back as `If-Match`; `If-None-Match: *` creates. With `dryRun=true` nothing is written, and the answer says
        what would change. A write makes a revision of the catalog, which can be rolled back.
        """;
}
