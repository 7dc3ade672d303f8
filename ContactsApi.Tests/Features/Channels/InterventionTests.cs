using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.Channels;

/// <summary>
/// What an operator sets takes effect in the very next answer on every channel, whatever its kind and whether or not a source
/// states its hours, and ends by itself. It is Sunday 22 November 2026, 03:00 in Moscow.
/// </summary>
public sealed class InterventionTests : IDisposable
{
    private static readonly LocalizedText Reason = new("Ремонт.", "Repairs.");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 0, 0);
    private static readonly Duration Tick = Duration.FromTicks(1);

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public InterventionTests() => client = app.CreateClient();

    public static TheoryData<Segment> Segments => [.. Enum.GetValues<Segment>()];

    [Theory]
    [MemberData(nameof(Segments))]
    public async Task An_incident_closes_every_channel_from_its_start_to_the_very_instant_of_its_end(Segment segment)
    {
        Instant start = Now + Duration.FromSeconds(10), end = start + Duration.FromMinutes(5);
        app.Change(catalog => catalog with
        {
            Incidents = [.. catalog.Channels.Select(channel => new Incident($"i-{channel.Id}", channel.Id, start, end, Reason))],
        });

        Assert.All(await CausesAsync(segment, start - Tick), cause => Assert.Equal("schedule", cause.Cause));
        Assert.All(await CausesAsync(segment, start), cause => Assert.Equal(("incident", "closed"), (cause.Cause, cause.State)));
        Assert.All(await CausesAsync(segment, end - Tick), cause => Assert.Equal(("incident", "closed"), (cause.Cause, cause.State)));
        Assert.All(await CausesAsync(segment, end), cause => Assert.Equal("schedule", cause.Cause));
    }

    [Theory]
    [MemberData(nameof(Segments))]
    public async Task An_override_gives_every_channel_its_hours_and_ends_with_its_date(Segment segment)
    {
        var today = new LocalDate(2026, 11, 22);
        app.Change(catalog => catalog with
        {
            Overrides = [.. catalog.Channels.Select(channel => new Override($"o-{channel.Id}", channel.Id, today, today, [TimeWindow.Parse("04:00-05:00")], Reason))],
        });
        Instant opens = Domain.At("2026-11-22 04:00"), closes = Domain.At("2026-11-22 05:00"), midnight = Domain.At("2026-11-23 00:00");

        Assert.All(await CausesAsync(segment, opens - Tick), cause => Assert.Equal(("override", "closed"), (cause.Cause, cause.State)));
        Assert.All(await CausesAsync(segment, opens), cause => Assert.Equal(("override", "open"), (cause.Cause, cause.State)));
        Assert.All(await CausesAsync(segment, closes), cause => Assert.Equal(("override", "closed"), (cause.Cause, cause.State)));
        Assert.All(await CausesAsync(segment, midnight - Tick), cause => Assert.Equal(("override", "closed"), (cause.Cause, cause.State)));
        Assert.All(await CausesAsync(segment, midnight), cause => Assert.Equal("schedule", cause.Cause));
    }

    [Theory]
    [InlineData("ru", "Не работает до 22 ноября в 04:00 по Москве: Ремонт.")]
    [InlineData("en", "Out of order until 22 November at 04:00 Moscow time: Repairs.")]
    public async Task The_reason_is_told_in_both_languages(string language, string text)
    {
        app.Change(catalog => catalog with { Incidents = [new("i", "hotline", Now, Now + Duration.FromHours(1), Reason)] });
        var answer = (await client.AskAsync("/v1/best-channel?segment=individual", language)).Body;

        var reason = Recommended(answer).Single(one => one["channelId"].Text() == "hotline")["because"]![1]!;
        Assert.Equal(("incident", text, "operator"), (reason["code"].Text(), reason["text"].Text(), reason["reference"].Text()));
    }

    [Fact]
    public async Task An_explanation_tells_the_incident_before_the_override_before_the_kind_of_the_day()
    {
        var today = new LocalDate(2026, 11, 22);
        app.Change(catalog => catalog with
        {
            Incidents = [new("outage", "hotline", Now, Now + Duration.FromHours(1), Reason)],
            Overrides = [new("inventory", "hotline", today, today, [], Reason)],
        });

        Assert.Equal(("incident", "outage", "2026-11-22T04:00:00+03:00", "inventory", "2026-11-22 sunday decree"), await ToldAsync("2026-11-22T03:59:59"));
        Assert.Equal(("override", null, null, "inventory", "2026-11-22 sunday decree"), await ToldAsync("2026-11-22T04:00:00"));
        Assert.Equal(("schedule", null, null, null, "2026-11-23 workday decree"), await ToldAsync("2026-11-23T00:00:00"));
        Assert.Equal(("schedule", null, null, null, "2028-01-01 holiday statute"), await ToldAsync("2028-01-01T00:00:00"));
    }

    [Fact]
    public async Task An_explanation_tells_what_each_statement_says_even_where_an_incident_decides()
    {
        app.Change(catalog => catalog with { Incidents = [new("outage", "hotline", Now, null, Reason)] });
        var hours = await HoursOfHotlineAsync("2026-11-22T03:00:00");

        Assert.Equal(
            ["1.1 open", "2.1 open", "3.3 open", "4.1 open", "4.2 open", "6.3 open", "3.1 closed"],
            hours["statements"]!.AsArray().Select(one => $"{one!["reference"].Text()} {one["says"].Text()}"));
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    /// <summary>What every channel of the segment is said to rest on now, by itself and where it is recommended.</summary>
    private async Task<IReadOnlyList<(string? Cause, string? State)>> CausesAsync(Segment segment, Instant now)
    {
        app.Time.SetUtcNow(now.ToDateTimeOffset());
        var name = EnumNames<Segment>.Of(segment);
        List<JsonNode> shown = [.. Recommended(await client.GetJsonAsync($"/v1/best-channel?segment={name}&urgent=true")).Select(one => one["availability"]!)];
        Assert.NotEmpty(shown);
        foreach (var channel in app.Snapshot.Directory.Catalog.Channels.Where(channel => channel.Serves(segment)))
            shown.Add(await client.GetJsonAsync($"/v1/channels/{channel.Id}/availability?segment={name}"));
        return [.. shown.Select(one => (one["cause"].Text(), one["state"].Text()))];
    }

    private async Task<(string?, string?, string?, string?, string)> ToldAsync(string at)
    {
        var hours = await HoursOfHotlineAsync(at);
        return (
            hours["decidedBy"].Text(),
            hours["incident"]?["id"].Text(),
            hours["incident"]?["until"].Text(),
            hours["overrideId"].Text(),
            $"{hours["date"].Text()} {hours["dayKind"].Text()} {hours["calendarBasis"].Text()}");
    }

    private async Task<JsonNode> HoursOfHotlineAsync(string at)
    {
        var answer = await client.GetJsonAsync($"/v1/best-channel?segment=individual&explain=true&at={at}");
        return answer["explanation"]!.AsArray().Single(one => one!["channelId"].Text() == "hotline")!["hours"]!;
    }

    private static IEnumerable<JsonNode> Recommended(JsonNode answer) => answer["alternatives"]!.AsArray().Prepend(answer["best"]).OfType<JsonNode>();
}
