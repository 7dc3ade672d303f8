using System.Net;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Health;

public sealed class HealthEndpointsTests : IDisposable
{
    private readonly ContactsApp app = new();

    /// <summary>The shipped calendar ends with 2027.</summary>
    [Theory]
    [InlineData("2026-11-22T03:00:00+03:00", "")]
    [InlineData("2027-10-31T23:59:59+03:00", "")]
    [InlineData("2027-11-01T00:00:00+03:00", "calendar-year-missing For 2028 there is no decree")]
    [InlineData("2028-01-01T00:00:00+03:00", "calendar-year-missing For 2028 there is no decree")]
    [InlineData("2028-11-01T00:00:00+03:00", "calendar-year-missing For 2028 there is no decree, calendar-year-missing For 2029 there is no decree")]
    public async Task A_service_that_is_ready_warns_of_a_year_whose_decree_should_be_known(string now, string warnings)
    {
        app.Time.AdjustTime(DateTimeOffset.Parse(now, null));
        var ready = await app.CreateClient().AskAsync("/health/ready", "en");

        Assert.Equal((HttpStatusCode.OK, "ok"), (ready.Status, ready.Body["status"].Text()));
        Assert.Equal(
            warnings,
            string.Join(", ", ready.Body["warnings"]!.AsArray().Select(warning => $"{warning!["code"].Text()} {warning["text"].Text()!.Split(" on days off")[0]}")));
    }

    /// <summary>The revision was written at 03:00:00.</summary>
    [Theory]
    [InlineData("02:59:55", null)]
    [InlineData("02:59:54", "0:00:00:06")]
    [InlineData("02:00:00", "0:01:00:00")]
    [InlineData("04:00:00", null)]
    public async Task A_clock_that_is_behind_what_was_written_is_told_of(string now, string? behind)
    {
        var client = app.CreateClient();
        app.Time.AdjustTime(DateTimeOffset.Parse($"2026-11-22T{now}+03:00", null));
        var warnings = (await client.AskAsync("/health/ready", "en")).Body["warnings"]!.AsArray();

        Assert.Equal(behind is null ? [] : ["clock-behind"], warnings.Select(warning => warning!["code"].Text()));
        Assert.Equal(behind is null ? [] : [$"The clock of this machine is {behind} behind the newest revision of the catalog"], warnings.Select(warning => warning!["text"].Text()!.Split(',')[0]));
    }

    public void Dispose() => app.Dispose();
}
