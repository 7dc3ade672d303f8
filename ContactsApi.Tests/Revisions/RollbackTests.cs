using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using ContactsApi.Revisions;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Revisions;

/// <summary>What is out of order now, at noon, does not depend on what was known at the older revision.</summary>
public sealed class RollbackTests
{
    private static readonly Instant Noon = Domain.At("2026-11-22 12:00");

    /// <summary>Each incident as the hours between which it lasts; an open end is until further notice.</summary>
    [Theory]
    // It runs now.
    [InlineData(null, "10-", "10-", "Running")]
    [InlineData(null, "10-14", "10-14", "Running")]
    [InlineData("10-", "10-", "10-", null)]
    [InlineData("10-11", "10-", "10-", "Running")]
    [InlineData("14-", "10-", "10-", "Running")]
    [InlineData("10-", "12-", "12-", "Running")]
    // It is to come.
    [InlineData(null, "13-", "13-", "ToCome")]
    [InlineData("10-", "13-14", "13-14", "ToCome")]
    // It has ended since.
    [InlineData("10-", "10-11", "10-11", "Ended")]
    [InlineData("10-", "10-12", "10-12", "Ended")]
    [InlineData("13-", "10-11", "10-11", "Ended")]
    [InlineData("8-9", "10-11", "10-11", null)]
    [InlineData(null, "10-11", "10-11", null)]
    // It was removed since.
    [InlineData("10-", null, null, "Removed")]
    [InlineData("13-", null, null, "Removed")]
    [InlineData("10-11", null, null, null)]
    public void Incidents_are_as_they_are_now(string? then, string? now, string? after, string? told)
    {
        var rollback = Rollback.Of(With(then), With(now), Noon);

        Assert.Equal(With(after).ToJson(), rollback.Catalog.ToJson());
        Assert.Equal(told is null ? [] : [told], rollback.Kept.Select(kept => $"{kept.Standing}"));
        Assert.Empty(rollback.InTheWay);
    }

    [Fact]
    public void All_else_is_as_it_was_overrides_too()
    {
        var older = Domain.Shipped with { Overrides = [new("new-year", "hotline", new(2026, 12, 31), new(2026, 12, 31), [], Domain.Reason)] };
        var newest = With("10-") with { Topics = [], Overrides = [new("christmas", "hotline", new(2027, 1, 7), new(2027, 1, 7), [], Domain.Reason)] };

        Assert.Equal((older with { Incidents = newest.Incidents }).ToJson(), Rollback.Of(older, newest, Noon).Catalog.ToJson());
    }

    [Theory]
    [InlineData("10-", true)]
    [InlineData("13-14", true)]
    [InlineData("10-11", false)]
    public void An_outage_of_a_channel_that_was_not_there_is_in_the_way_until_it_ends(string incident, bool isInTheWay)
    {
        var older = Domain.Shipped with { Channels = [.. Domain.Shipped.Channels.Where(channel => channel.Id != "hotline")] };
        var rollback = Rollback.Of(older, With(incident), Noon);

        Assert.Equal(isInTheWay ? ["one"] : [], rollback.InTheWay.Select(one => one.Incident.Id).Distinct());
        Assert.Equal(isInTheWay ? 1 : 0, rollback.Catalog.Incidents.Count);
    }

    /// <summary>An outage of the chat from 10 to 14, and a second one; the older catalog knows of no desks.</summary>
    [Theory]
    [InlineData(null, "mobile-app")]
    [InlineData("mobile-app 10-", "portal-chat")] // The second closes the chat too, and longer.
    [InlineData("mobile-app 12-14", "")]
    [InlineData("mobile-app 13-14", "mobile-app")] // For an hour it would be open.
    [InlineData("mobile-app 10-13", "mobile-app")]
    [InlineData("hotline 10-", "abroad-hotline mobile-app")] // The voice assistant is reached through the hotline, then as now.
    public void An_outage_goes_on_for_all_whom_it_closes_though_they_shared_no_desk_then(string? second, string opened)
    {
        var older = Domain.Shipped with { Channels = [.. Domain.Shipped.Channels.Select(channel => channel with { Desk = null })] };
        var newest = Domain.Shipped with
        {
            Incidents = [Outage("one", "portal-chat", "10-14"), .. second?.Split(' ') is [var channel, var hours] ? [Outage("two", channel, hours)] : Array.Empty<Incident>()],
        };

        Assert.Equal(opened, string.Join(' ', Rollback.Of(older, newest, Noon).InTheWay.Select(one => one.ChannelId).Distinct().Order(StringComparer.Ordinal)));
    }

    private static Incident Outage(string id, string channel, string hours) =>
        hours.Split('-') is [var start, var end] ? new(id, channel, At(start), end.Length == 0 ? null : At(end), Domain.Reason) : throw new ArgumentException(hours);

    private static Catalog With(string? hours) => Domain.Shipped with
    {
        Incidents = hours is null ? [] : [Outage("one", "hotline", hours)],
    };

    private static Instant At(string hour) => Domain.At($"2026-11-22 {hour.PadLeft(2, '0')}:00");
}
