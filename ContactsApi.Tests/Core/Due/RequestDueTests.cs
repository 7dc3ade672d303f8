using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Due;
using ContactsApi.Serialization;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;

namespace ContactsApi.Tests.Core.Due;

/// <summary>By when requests through the shipped channels are answered: <c>11-30 20:00</c> (Moscow's time), or <c>-</c>.</summary>
public sealed class RequestDueTests
{
    private static readonly ContactDirectory Directory = new(Shipped);

    // 2026-11-22 is a Sunday.
    [Theory]
    [InlineData("hotline", "individual", "2026-11-23 12:00", "11-23 12:05", "-")]
    [InlineData("hotline", "individual", "2026-11-22 03:00", "11-22 10:05", "11-22 03:05")] // one passage closes it until ten
    [InlineData("hotline", "legal-entity", "2026-11-22 03:00", "11-22 03:05", "-")] // 2.3 alone counts
    [InlineData("portal-chat", "individual", "2026-11-22 03:00", "11-22 03:05", "-")]
    [InlineData("portal-chat", "legal-entity", "2026-11-21 21:00", "11-23 08:05", "11-22 08:05")] // two readings of "working hours"
    [InlineData("email", "individual", "2026-11-23 19:59", "11-24 20:00", "-")] // by the end of the next working day
    [InlineData("email", "individual", "2026-11-23 20:01", "11-24 20:01", "-")] // 24 hours are later
    [InlineData("email", "individual", "2026-11-20 12:00", "11-23 20:00", "-")] // over the weekend
    [InlineData("email", "abroad", "2026-12-30 12:00", "01-11 20:00", "-")] // over the New Year
    [InlineData("chat-bot", "abroad", "2026-11-23 12:00", "11-23 12:00", "-")]
    [InlineData("urgent-phone", "individual", "2026-11-23 12:00", "-", "11-23 12:05")] // no hours are stated
    [InlineData("legal-fax", "legal-entity", "2026-11-23 12:00", "-", "-")] // no answer time is stated
    [InlineData("whatsapp", "individual", "2026-11-23 12:00", "-", "-")] // neither is
    public void It_is_due_as_every_source_promises_and_perhaps_as_the_more_favourable_one_does(
        string channel, string segment, string sentAt, string due, string perhaps)
    {
        var request = Sent(channel, segment, sentAt);

        Assert.Equal((due, perhaps), (Shown(request.At), Shown(request.PerhapsAt)));
    }

    [Fact]
    public void Each_source_has_its_own_time_the_latest_first() => Assert.Equal(
        ["1.3 11-23 20:00", "1.4 11-21 12:00", "3.3 11-20 13:01"],
        Sent("email", "individual", "2026-11-20 12:00").BySource.Select(one => $"{one.Statement.Reference} {Shown(one.At)}"));

    [Theory]
    [InlineData("hotline", "2026-11-22 10:04", DueState.Waiting)]
    [InlineData("hotline", "2026-11-22 10:05", DueState.Overdue)]
    [InlineData("urgent-phone", "2026-11-29 12:00", DueState.Unpromised)] // what only one source promises is never overdue
    public void It_is_overdue_from_the_promised_instant_on(string channel, string asked, DueState state) =>
        Assert.Equal(state, Sent(channel, "individual", "2026-11-22 03:00").StateAt(At(asked)));

    [Theory]
    [InlineData("2027-12-01 12:00", CalendarBasis.Decree)]
    [InlineData("2027-12-31 12:00", CalendarBasis.Statute)] // due in a year whose days off are not settled
    public void What_rests_on_a_year_without_a_decree_says_so(string sentAt, CalendarBasis basis) =>
        Assert.Equal(basis, Sent("email", "individual", sentAt).CalendarBasis);

    private static RequestDue Sent(string channel, string segment, string sentAt)
    {
        Assert.True(EnumNames<Segment>.TryParse(segment, out var sender));
        return RequestDue.Of(Directory.ServedAs(Directory.Channels[channel], sender)!, At(sentAt));
    }

    private static string Shown(Instant? instant) => instant?.InZone(Moscow).LocalDateTime.ToString("MM-dd HH:mm", null) ?? "-";
}
