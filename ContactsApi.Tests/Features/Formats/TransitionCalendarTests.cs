using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Tests.Features.Formats;

/// <summary>The best channel as a calendar, read by ical.js.</summary>
public sealed class TransitionCalendarTests : IDisposable
{
    private readonly ContactsApp app = new();

    [Theory]
    [InlineData("individual")]
    [InlineData("legal-entity")]
    [InlineData("abroad")]
    public async Task At_every_hour_it_tells_what_the_service_answers_then(string segment)
    {
        Assert.True(EnumNames<Segment>.TryParse(segment, out var asking));
        app.Change(catalog => catalog with
        {
            Incidents = [.. catalog.Channels.Where(channel => channel.Serves(asking)).OrderBy(channel => channel.Priority[asking]).Take(4).Select((channel, i) =>
                new Incident($"i{i}", channel.Id, Domain.At("2026-12-07 09:00") + Duration.FromHours(i), Domain.At("2026-12-08 10:30"), Domain.Reason))],
        });
        using var client = app.CreateClient();
        var calendar = (await client.AskAsync($"/v1/transitions.ics?segment={segment}", "en")).Text;
        var read = (await ForeignReader.ReadAsync("read-icalendar", new[] { new { calendar, from = "2026-11-01", to = "2027-02-28" } }))[0]!.AsArray();

        Assert.Equal(("2026-11-01T00:00", "2027-03-01T00:00"), (read[0]!["start"].Text(), read[^1]!["end"].Text()));
        Assert.True(read.Count > 1);
        for (var moment = Domain.At("2026-12-05 00:30"); moment < Domain.At("2026-12-11 00:00"); moment += Duration.FromHours(1))
        {
            var local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(moment.InZone(Domain.Moscow).LocalDateTime);
            var best = (await client.AskAsync($"/v1/best-channel?segment={segment}&at={local}", "en")).Body["best"]!;
            var told = read.Single(one => string.CompareOrdinal(one!["start"].Text(), local) <= 0 && string.CompareOrdinal(local, one["end"].Text()) < 0)!;
            Assert.StartsWith($"{best["name"].Text()}: ", told["summary"].Text(), StringComparison.Ordinal);
            Assert.Equal(best["availability"]!["state"].Text() == "open" ? "open" : "unknown", told["state"].Text());
        }
    }

    [Theory]
    [InlineData("individual", "Gosuslugi: the best channel (for individuals)")]
    [InlineData("abroad", "Gosuslugi: the best channel (for those abroad)")]
    public async Task It_says_for_whom_it_holds_and_which_days_off_are_not_decreed(string segment, string title)
    {
        var undecreed = app.Snapshot.Directory.Catalog.Years.Max(year => year.Year) + 1;
        app.Time.AdjustTime(new(undecreed - 1, 12, 1, 0, 0, 0, TimeSpan.Zero));
        using var client = app.CreateClient();

        var calendar = (await client.AskAsync($"/v1/transitions.ics?segment={segment}", "en")).Text.Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Contains($"\r\nX-WR-CALNAME:{title}\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains($"The days off of {undecreed} are those of the Labour Code", calendar, StringComparison.Ordinal);
    }

    public void Dispose() => app.Dispose();
}
