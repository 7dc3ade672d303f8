using ContactsApi.Core.Promises;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Responses;

/// <summary>When an answer comes at the latest: within a duration from the moment, or by an instant; the other one is null.</summary>
/// <param name="Within">An ISO 8601 duration.</param>
/// <param name="By">An instant, in Moscow's time.</param>
/// <param name="Approximate">Whether the source gives no exact figure ("a few minutes").</param>
public sealed record PromiseResponse(Duration? Within, OffsetDateTime? By, bool Approximate)
{
    public static PromiseResponse? Of(Promise? promise) => promise is null
        ? null
        : new PromiseResponse(promise.Within, CallerTime.InMoscow(promise.By), promise.Approximate);
}
