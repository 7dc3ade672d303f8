using System.Text.Json.Serialization;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Promises;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Responses;

/// <summary>How to reach a channel, in short.</summary>
/// <param name="Display">For a person to read.</param>
/// <param name="Uri">For a program to open; absent where no such address is known.</param>
/// <param name="Dial">What to dial in the country asked for; absent if none was asked for, or the address is no number.</param>
public sealed record ShortAddressResponse(
    string Display,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Dial)
{
    public static ShortAddressResponse Of(AddressResponse address) => new(address.Display, address.Uri, address.Dial);
}

/// <summary>Whether a channel is open, in short.</summary>
/// <param name="Until">When the state next changes, in Moscow's time; absent if not within 400 days.</param>
/// <param name="OpensAt">For a closed channel, when it is next not closed; else absent.</param>
public sealed record ShortAvailabilityResponse(
    HoursState State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OffsetDateTime? Until,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OffsetDateTime? OpensAt)
{
    public static ShortAvailabilityResponse Of(Availability availability) =>
        new(availability.State, CallerTime.InMoscow(availability.Until), CallerTime.InMoscow(availability.OpensAt));
}

/// <summary>When an answer comes at the latest, in short: `within` a duration or `by` an instant; the other one is absent.</summary>
/// <param name="Approximate">Whether the source gives no exact figure; absent if it does.</param>
public sealed record ShortPromiseResponse(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Duration? Within,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OffsetDateTime? By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Approximate)
{
    public static ShortPromiseResponse? Of(Promise? promise) =>
        promise is null ? null : new(promise.Within, CallerTime.InMoscow(promise.By), promise.Approximate);
}
