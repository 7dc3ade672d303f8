using ContactsApi.Features.Asking;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.Asking;

public sealed class TimeZoneIdsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Fact]
    public void Every_id_of_the_database_is_understood() => Assert.All(
        DateTimeZoneProviders.Tzdb.Ids,
        id => Assert.Equal(new CallerZone(id, DateTimeZoneProviders.Tzdb[id]), TimeZoneIds.Parse(id).Value));

    [Theory]
    [InlineData("Asia/Calcutta")]
    [InlineData("Europe/Kiev")]
    [InlineData("US/Pacific")]
    [InlineData("Etc/GMT-3")]
    [InlineData("W-SU")]
    [InlineData("UTC")]
    public async Task An_alias_is_echoed_as_it_was_asked_for(string id)
    {
        var answer = await app.CreateClient().GetJsonAsync($"/v1/best-channel?segment=abroad&timeZone={id}");

        Assert.Equal(id, answer["timeZone"].Text());
    }

    [Theory]
    [InlineData("UTC+03")]
    [InlineData("UTC+3")]
    [InlineData("+03:00")]
    [InlineData("europe/berlin")]
    [InlineData("EUROPE/BERLIN")]
    [InlineData("Russian Standard Time")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("MSK")]
    [InlineData("Europe/Berlin ")]
    [InlineData("Europe")]
    [InlineData("")]
    public void What_the_database_does_not_have_is_refused(string id) => Assert.False(TimeZoneIds.Parse(id).Success);

    [Theory]
    [InlineData("Vladivostok", "Asia/Vladivostok")]
    [InlineData("vladivostok", "Asia/Vladivostok")]
    [InlineData("Europe/Vladivostok", "Asia/Vladivostok")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("Europe/Mosow", "Europe/Moscow")]
    [InlineData("New York", "America/New_York")]
    public void The_nearest_name_is_suggested_first(string asked, string suggested)
    {
        var error = TimeZoneIds.Parse(asked).Error!;

        Assert.Contains($"The nearest are: {suggested}, ", error.En);
        Assert.Contains($"Похожие: {suggested}, ", error.Ru);
    }
}
