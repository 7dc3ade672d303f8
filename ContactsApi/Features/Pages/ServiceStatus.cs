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
/// <param name="Channels">All that can be reached.</param>
/// <param name="Now">The latest first, as the past ones.</param>
public sealed record ServiceStatus(IReadOnlyList<ChannelStatus> Channels, IReadOnlyList<Outage> Now, IReadOnlyList<Outage> Past)
{
    /// <summary>How far back outages are told.</summary>
    public const int Days = 90;

    /// <summary>The instant from which on outages are told.</summary>
    public static Instant Since(Instant moment) => moment - Duration.FromDays(Days);

    /// <param name="removed">Incidents that are no more in the catalog, each until it was removed: so long people were told of it.</param>
    public static ServiceStatus Of(ContactDirectory directory, IEnumerable<Incident> removed, Instant moment)
    {
        var outages = directory.Catalog.Incidents.Concat(removed)
            .Where(incident => incident.Start <= moment && (incident.End is not { } end || (end > Since(moment) && end > incident.Start)))
            .OrderByDescending(incident => incident.Start)
            .Select(incident => new Outage(incident, [.. directory.ClosedBy(incident)]))
            .Where(outage => outage.Closed.Count > 0)
            .ToList();
        return new ServiceStatus(
            [
                .. from channel in directory.Catalog.Channels
                   where channel.Address is not null
                   let served = directory.ServedAs(channel, channel.Priority.MinBy(priority => priority.Value).Key)!
                   select new ChannelStatus(channel, served.AvailabilityAt(moment), [.. outages.Where(outage => outage.Closed.Contains(channel))]),
            ],
            [.. outages.Where(outage => outage.Incident.Covers(moment))],
            [.. outages.Where(outage => !outage.Incident.Covers(moment))]);
    }
}

/// <param name="Availability">As the segment meets the channel to which it is the nearest.</param>
/// <param name="Outages">Those of the days told.</param>
public sealed record ChannelStatus(Channel Channel, Availability Availability, IReadOnlyList<Outage> Outages);

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
        (var start, null) => new($"С {start.Ru}; когда заработает, неизвестно.", $"Since {start.En}; nobody knows yet when it will work again."),
        (var start, { } until) => new($"С {start.Ru} до {until.Ru}.", $"From {start.En} until {until.En}."),
    };

    /// <summary>Where it lies in the days before a moment, in percent of them.</summary>
    public (string From, string Share) Within(Instant moment)
    {
        var from = Share(Instant.Max(Incident.Start, ServiceStatus.Since(moment)));
        return (Percent(from), Percent(Share(Incident.End is { } end && end < moment ? end : moment) - from));

        double Share(Instant instant) => (instant - ServiceStatus.Since(moment)) / Duration.FromDays(ServiceStatus.Days);

        static string Percent(double share) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share * 100:0.##}%");
    }

    private static LocalizedText Said(Instant instant)
    {
        var there = CallerTime.InMoscow(instant).LocalDateTime;
        var day = PageWords.Day(there.Date);
        return new($"{day.Ru}, {Times.Clock(there.TimeOfDay)}", $"{day.En}, {Times.Clock(there.TimeOfDay)}");
    }
}
