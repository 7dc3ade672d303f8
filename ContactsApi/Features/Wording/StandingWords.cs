using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Guidance;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Responses;
using ContactsApi.Serialization;

namespace ContactsApi.Features.Wording;

/// <summary>
/// What is told of a channel while it is as available as it is, whatever was asked. Most ask about now, from few zones: for these it is worded and
/// put into JSON once, and not for every question that is new.
/// </summary>
public sealed record StandingWords(
    IReadOnlyList<ReasonResponse> Because, IReadOnlyList<WarningResponse> Warnings, IReadOnlyList<NoteResponse> Notes, OutsideHoursResponse? OutsideHours)
{
    /// <summary>Whether they are there for the next who asks.</summary>
    public bool IsKept { get; private init; }

    /// <summary>In how many zones and languages the words about one channel are kept.</summary>
    private const int MostKept = 24;

    /// <summary>As long as a channel is available as it is, it has the same availability; with that its words go.</summary>
    private static readonly ConditionalWeakTable<Availability, ConcurrentDictionary<(string Zone, Language Language), StandingWords>> Kept = [];

    private static readonly ConditionalWeakTable<IReadOnlyList<Preparation>, ConcurrentDictionary<Language, IReadOnlyList<PreparationResponse>>> KeptPreparations = [];

    public static StandingWords Of(Recommendation recommendation, ContactDirectory directory, CallerTime caller, Language language)
    {
        if (!caller.IsNow)
            return Worded(recommendation, directory, caller, language);
        var kept = Kept.GetOrCreateValue(recommendation.Availability);
        if (kept.TryGetValue((caller.Zone.Id, language), out var words))
            return words;
        words = Worded(recommendation, directory, caller, language);
        return kept.Count >= MostKept ? words : kept.GetOrAdd((caller.Zone.Id, language), words with
        {
            Because = new WrittenList<ReasonResponse>(words.Because),
            Warnings = new WrittenList<WarningResponse>(words.Warnings),
            Notes = new WrittenList<NoteResponse>(words.Notes),
            IsKept = true,
        });
    }

    /// <summary>What to prepare hangs on the catalog and the topic alone.</summary>
    public static IReadOnlyList<PreparationResponse> Of(IReadOnlyList<Preparation> preparations, Language language) => KeptPreparations.GetOrCreateValue(preparations)
        .GetOrAdd(language, static (language, preparations) => new WrittenList<PreparationResponse>(PreparationResponse.Of(preparations, language)), preparations);

    private static StandingWords Worded(Recommendation recommendation, ContactDirectory directory, CallerTime caller, Language language) => new(
        [.. Reasons.OfAvailability(recommendation, directory, caller).Select(reason => reason.In(language))],
        [.. Wording.Warnings.OfAvailability(recommendation, caller).Select(warning => warning.In(language))],
        NoteResponse.Of(recommendation.Channel.Notes, recommendation.Availability.State, language),
        Advice.Of(recommendation.Availability.OutsideHours, language));
}
