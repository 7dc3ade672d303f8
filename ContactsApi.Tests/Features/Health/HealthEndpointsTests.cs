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

    public void Dispose() => app.Dispose();
}
