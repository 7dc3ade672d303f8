using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Quality;
using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
using NodaTime;

namespace ContactsApi.Features.Pages;

/// <summary>What works at a moment, and what did not in the days before it.</summary>
/// <param name="Channels">All that can be reached, each as the segment meets it to which it is the nearest.</param>
/// <param name="Now">The latest first, as the past ones.</param>
public sealed record ServiceStatus(
    IReadOnlyList<(Channel Channel, HoursState State)> Channels, IReadOnlyList<Outage> Now, IReadOnlyList<Outage> Past)
{
    /// <summary>How far back outages are told.</summary>
    public const int Days = 90;

    public static ServiceStatus Of(ContactDirectory directory, Instant moment)
    {
        var outages = directory.Catalog.Incidents
            .Where(incident => incident.Start <= moment && (incident.End is not { } end || end > moment - Duration.FromDays(Days)))
            .OrderByDescending(incident => incident.Start)
            .Select(incident => new Outage(incident, [.. directory.ClosedBy(incident)]))
            .ToLookup(outage => outage.Incident.Covers(moment));
        return new ServiceStatus(
            [
                .. from channel in directory.Catalog.Channels
                   where channel.Address is not null
                   let served = directory.ServedAs(channel, channel.Priority.MinBy(priority => priority.Value).Key)!
                   select (channel, served.AvailabilityAt(moment).State),
            ],
            [.. outages[true]],
            [.. outages[false]]);
    }
}

/// <summary>A span in which some channels were out of order.</summary>
/// <param name="Closed">Those that have an address count; where none has, all.</param>
public sealed record Outage(Incident Incident, IReadOnlyList<Channel> Closed)
{
    public LocalizedText Names => Phrases.Joined(
        ", ",
        Closed.Where(channel => channel.Address is not null).DefaultIfEmpty(Closed[0])
            .OrderBy(channel => channel.Id != Incident.ChannelId).Select(channel => Phrases.Quoted(channel.Name)));

    public LocalizedText Span => (Said(Incident.Start), Incident.End is { } end ? Said(end) : null) switch
    {
        (var start, { } until) => new($"С {start.Ru} до {until.Ru}.", $"From {start.En} until {until.En}."),
        (var start, null) => new($"С {start.Ru}; когда заработает, неизвестно.", $"Since {start.En}; nobody knows yet when it will work again."),
    };

    private static LocalizedText Said(Instant instant)
    {
        var there = CallerTime.InMoscow(instant).LocalDateTime;
        var day = PageWords.Day(there.Date);
        return new($"{day.Ru}, {Times.Clock(there.TimeOfDay)}", $"{day.En}, {Times.Clock(there.TimeOfDay)}");
    }
}
