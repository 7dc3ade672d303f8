using System.Collections.Frozen;
using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Quality;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>The parameters that questions are made of. Ids, codes and enum values match exactly, case included.</summary>
public static class Parameters
{
    public static QueryParameter<Segment> Segment { get; } = OneOf<Segment>(
        "segment", "Whom the caller speaks for.", "individual") with { Required = true };

    public static QueryParameter<CallerZone> TimeZone { get; } = new(
        "timeZone",
        "The caller's IANA time zone, aliases included. Absent, it is that of `region` where one is given, else Moscow's.",
        "Asia/Vladivostok",
        TimeZoneIds.Parse);

    public static QueryParameter<string> At { get; } = new(
        "at",
        "The moment asked about: ISO 8601 with an offset or `Z`, or a local date and time in the caller's zone. Seconds count, "
        + "fractions are accepted. The years 2000 to 2100 by Moscow's date. Absent, it is now.",
        "2026-11-23T12:00:00+03:00",
        text => text);

    public static QueryParameter<Language> Language { get; } = OneOf<Language>(
        "language", "The language to be served in.", "ru");

    public static QueryParameter<Capability> Need { get; } = OneOf<Capability>(
        "need", "What the channel must offer; every need given must be met.", "voice") with { Repeatable = true };

    public static CatalogParameter<Topic> Topic { get; } = FromCatalog(
        "topic", "What the trouble is about, by the id of a topic.", "sms-code", snapshot => snapshot.Directory.Topics);

    public static CatalogParameter<Region> Region { get; } = new(
        "region",
        "The caller's region, by its ISO 3166-2 code.",
        "RU-SPE",
        (text, snapshot) => snapshot.Directory.Regions.TryGetValue(text, out var region)
            ? region
            : NearestNames.Suggest(
                new("Нужен код субъекта РФ по ISO 3166-2, например RU-SPE.", "The ISO 3166-2 code of a federal subject is needed, as RU-SPE."),
                text,
                snapshot.Directory.Regions.Keys));

    public static QueryParameter<string> Country { get; } = new(
        "country",
        "The country that the caller dials from, by its ISO 3166-1 alpha-2 code: numbers are given as dialled there, and `need=free-of-charge` "
        + "is met by no number outside `RU`.",
        "DE",
        text => Countries.Codes.Contains(text)
            ? text
            : new LocalizedText("Нужен код страны ISO 3166-1 из двух букв, например DE.", "A two-letter ISO 3166-1 country code is needed, as DE."));

    public static CatalogParameter<Channel> Exclude { get; } = FromCatalog(
        "exclude", "A channel tried in vain, by its id.", "hotline", snapshot => snapshot.Directory.Channels) with { Repeatable = true };

    public static QueryParameter<bool> Urgent { get; } = Boolean(
        "urgent", "Whether the matter is urgent: lines for urgent requests only are then considered too.", "true");

    public static QueryParameter<bool> Explain { get; } = Boolean(
        "explain", "Whether to show how every channel of the segment fared, rule by rule.", "true");

    public static QueryParameter<ChannelKind> Kind { get; } = OneOf<ChannelKind>("kind", "Only channels of this kind.", "phone");

    public static QueryParameter<Severity> Severity { get; } = OneOf<Severity>("severity", "Only findings of this severity.", "error");

    public static QueryParameter<View> View { get; } = OneOf<View>(
        "view", "How much is shown. `short` is for bad lines: the most needed fields of the full view, without those that are null.", "short") with { Default = "full" };

    public static CatalogParameter<Channel> Channel { get; } = FromCatalog(
        "channel", "Only findings about this channel, by its id.", "hotline", snapshot => snapshot.Directory.Channels);

    public static QueryParameter<LocalDate> From { get; } = Date("from", "The first date, in Moscow.", "2026-11-23");

    public static QueryParameter<LocalDate> To { get; } = Date("to", "The last date, in Moscow, included; at most 366 days in all.", "2026-11-29");

    public static QueryParameter<long> Revision { get; } = Number(
        "revision", "Answer from this revision of the catalog instead of the newest.", "1", 1, long.MaxValue) with { ReadsStore = true };

    public static QueryParameter<Instant> AsOf { get; } = new(
        "asOf",
        "Answer from what was known at this instant (ISO 8601 with an offset), instead of the newest revision.",
        "2026-11-23T12:00:00+03:00",
        Moments.ParseInstant) { Format = "date-time", ReadsStore = true };

    public static QueryParameter<long> Limit { get; } = Number("limit", "How many to list.", "20", 1, 100) with { Default = "20" };

    public static QueryParameter<long> Cursor { get; } = Number(
        "cursor", "Where the page before left off: its `next`.", "12", 1, long.MaxValue);

    public static QueryParameter<AuditAction> Action { get; } = OneOf<AuditAction>("action", "Only what was done by this action.", "revoke-key");

    public static QueryParameter<string> Key { get; } = new(
        "key", "Only what was written with this key, by its id.", "0a1b2c3d4e", text => text);

    public static QueryParameter<Duration> Grace { get; } = new(
        "grace",
        "For how long the secret before works too, at most 30 days (ISO 8601). With zero it stops at once.",
        "PT1H",
        Hosting.Access.RotationGrace.Parse) { Format = "duration", Default = "PT0S" };

    public static QueryParameter<long> Number(string name, string description, string example, long least, long most) => new(
        name,
        description,
        example,
        text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : most == long.MaxValue
                ? new LocalizedText($"Нужно целое число от {least}.", $"A whole number from {least} is needed.")
                : new LocalizedText($"Нужно целое число от {least} до {most}.", $"A whole number from {least} to {most} is needed."));

    public static QueryParameter<T> OneOf<T>(string name, string description, string example)
        where T : struct, Enum => new(
            name,
            description,
            example,
            text => EnumNames<T>.TryParse(text, out var value) ? value : QueryErrors.OneOf(EnumNames<T>.All)) { Values = EnumNames<T>.All };

    public static CatalogParameter<T> FromCatalog<T>(
        string name, string description, string example, Func<CatalogSnapshot, FrozenDictionary<string, T>> values) => new(
            name,
            description,
            example,
            (text, snapshot) => values(snapshot).TryGetValue(text, out var value)
                ? value
                : QueryErrors.OneOf(values(snapshot).Keys.Order(StringComparer.Ordinal)));

    public static QueryParameter<bool> Boolean(string name, string description, string example) => new(
        name,
        description,
        example,
        text => text switch
        {
            "true" => true,
            "false" => false,
            _ => QueryErrors.OneOf(["true", "false"]),
        }) { Values = ["true", "false"], Default = "false" };

    private static QueryParameter<LocalDate> Date(string name, string description, string example) =>
        new(name, description, example, Moments.ParseDate) { Required = true, Format = "date" };
}
