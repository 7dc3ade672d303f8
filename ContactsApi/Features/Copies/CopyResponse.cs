using System.Text.Json;
using ContactsApi.Features.Calendar;
using ContactsApi.Features.Channels;
using ContactsApi.Features.Regions;
using ContactsApi.Serialization;

namespace ContactsApi.Features.Copies;

/// <summary>The directory, or what became another since a revision of it.</summary>
/// <param name="CatalogRevision">The state of knowledge that the answer was given from: what to give as `since` the next time.</param>
/// <param name="Offices">They are no channels: one channel stands for all of them.</param>
/// <param name="Years">Those of which the decree is known; the law alone gives any other.</param>
/// <param name="Removed">What there was in the revision named and is no longer.</param>
public sealed record CopyResponse(
    long CatalogRevision, IReadOnlyList<ChannelResponse> Channels, IReadOnlyList<ListedOfficeResponse> Offices, IReadOnlyList<CalendarYearResponse> Years, RemovedResponse Removed)
{
    /// <summary>
    /// Answers are compared and not elements of the catalog: what an answer shows may hang on other elements, as the hours of a channel on a schedule.
    /// </summary>
    public CopyResponse Since(CopyResponse then)
    {
        var channels = Changed(Channels, then.Channels, channel => channel.Id);
        var offices = Changed(Offices, then.Offices, office => office.Id);
        var years = Changed(Years, then.Years, year => year.Year);
        return new(CatalogRevision, channels.Now, offices.Now, years.Now, new(channels.Removed, offices.Removed, years.Removed));
    }

    private static (List<T> Now, List<TId> Removed) Changed<T, TId>(IReadOnlyList<T> now, IReadOnlyList<T> then, Func<T, TId> idOf)
        where TId : notnull
    {
        var before = then.ToDictionary(idOf, TextOf);
        return ([.. now.Where(item => before.GetValueOrDefault(idOf(item)) != TextOf(item))], [.. before.Keys.Except(now.Select(idOf))]);
    }

    private static string TextOf<T>(T item) => JsonSerializer.Serialize(item, ContactsJson.Options);
}

/// <summary>By their ids, empty where nothing is gone.</summary>
public sealed record RemovedResponse(IReadOnlyList<string> Channels, IReadOnlyList<string> Offices, IReadOnlyList<int> Years);
