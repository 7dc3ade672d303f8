using ContactsApi.Core.Events;
using ContactsApi.Core.Hours;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;

namespace ContactsApi.Tests.Core.Events;

/// <summary>When an incident begins and ceases to close channels, on Monday 23 November 2026.</summary>
public sealed class IncidentTurnTests
{
    [Theory]
    // What is announced; told up to and until; what turns.
    [InlineData("a 10:00-12:00", "09:00", "13:00", "10:00 a starts, 12:00 a ends")]
    [InlineData("a 10:00-12:00", "10:00", "12:00", "12:00 a ends")] // after the first, the last included
    [InlineData("a 10:00-12:00", "09:00", "09:59", "")]
    [InlineData("a 10:00-12:00", "12:00", "23:00", "")]
    [InlineData("a 10:00-", "09:00", "23:00", "10:00 a starts")]
    [InlineData("a 12:00-10:00", "09:00", "23:00", "")] // it never closes anything
    [InlineData("a 10:00-10:00", "09:00", "23:00", "")]
    [InlineData("b 11:00-12:00; a 10:00-11:00", "09:00", "23:00", "10:00 a starts, 11:00 a ends, 11:00 b starts, 12:00 b ends")]
    public void By_the_passing_of_time(string incidents, string after, string until, string turns) =>
        Assert.Equal(turns, Told(IncidentTurn.ByTime(Incidents(incidents), Today(after), Today(until))));

    [Theory]
    // What was announced before 11:00 and what is from then on; what turns by that.
    [InlineData("", "a 11:00-", "11:00 a starts")]
    [InlineData("", "a 09:00-", "11:00 a starts")]
    [InlineData("", "a 12:00-", "")] // it is to come
    [InlineData("", "a 09:00-11:00", "")] // it was over
    [InlineData("a 09:00-", "a 09:00-11:00", "11:00 a ends")]
    [InlineData("a 09:00-", "", "11:00 a ends")]
    [InlineData("a 09:00-", "a 12:00-", "11:00 a ends")]
    [InlineData("a 09:00-", "a 10:00-12:00", "")] // it runs on
    [InlineData("a 09:00-10:00", "", "")]
    [InlineData("a 09:00-", "b 09:00-", "11:00 a ends, 11:00 b starts")]
    public void By_a_change_of_what_is_announced(string before, string after, string turns) =>
        Assert.Equal(turns, Told(IncidentTurn.ByChange(Incidents(before), Incidents(after), Today("11:00"))));

    private static IEnumerable<Incident> Incidents(string text) =>
        from incident in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let parts = incident.Split(' ', '-')
        select new Incident(parts[0], "hotline", Today(parts[1]), parts[2].Length > 0 ? Today(parts[2]) : null, Reason);

    private static string Told(IEnumerable<IncidentTurn> turns) =>
        string.Join(", ", turns.Select(turn => $"{turn.At.InZone(Moscow):HH:mm} {turn.Incident.Id} {(turn.Starts ? "starts" : "ends")}"));

    private static Instant Today(string time) => At($"2026-11-23 {time}");
}
