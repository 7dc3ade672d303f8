using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Features.Responses;

/// <summary>One thing to have at hand before asking for help.</summary>
/// <param name="Text">In the language of the answer.</param>
/// <param name="Reference">The section of the source; `editorial` for our advice.</param>
public sealed record PreparationResponse(string Text, string Reference)
{
    public static IReadOnlyList<PreparationResponse> Of(IReadOnlyList<Preparation> preparations, Language language) =>
        [.. preparations.Select(one => new PreparationResponse(one.Text.In(language), one.Reference))];
}

/// <summary>What to do if nobody answers.</summary>
/// <param name="After">How long to wait first, as an ISO 8601 duration; null: as soon as it is plain that nobody answers.</param>
/// <param name="Then">
/// The channel to change to, by its id: one of this answer that is not closed. Null if none can help this caller now; `text` then says
/// what helps all the same.
/// </param>
/// <param name="Text">In the language of the answer.</param>
/// <param name="Reference">The section of the source; `editorial` for our advice.</param>
public sealed record NextStepResponse(Duration? After, string? Then, string Text, string Reference);

/// <summary>What becomes of a request that comes now, outside the hours that one of the sources gives.</summary>
/// <param name="Handling">`recorded`: it is recorded, and answered on the nearest working day.</param>
/// <param name="AnsweredOn">That day, in Moscow.</param>
/// <param name="CalendarBasis">What the day rests on: `statute` if no decree is known for its year, so that it may still change.</param>
/// <param name="Text">In the language of the answer.</param>
/// <param name="Reference">The section of the source.</param>
public sealed record OutsideHoursResponse(OutsideHandling Handling, LocalDate AnsweredOn, CalendarBasis CalendarBasis, string Text, string Reference);

/// <summary>What it costs to use a channel, as the source states it.</summary>
/// <param name="Text">In the language of the answer.</param>
/// <param name="Reference">The section of the source.</param>
/// <param name="SaysFree">Whether that section calls it free of charge, without a condition. Where the number contradicts it, the warning
/// `toll-free-claim` says so.</param>
public sealed record CostResponse(string Text, string Reference, bool SaysFree)
{
    public static CostResponse? Of(Cost? cost, Language language) =>
        cost is null ? null : new CostResponse(cost.Text.In(language), cost.Reference, cost.SaysFree);
}

/// <summary>What to expect of a channel.</summary>
/// <param name="Text">In the language of the answer.</param>
/// <param name="Reference">The section of the source; `editorial` for what our editors add.</param>
public sealed record NoteResponse(string Text, string Reference)
{
    /// <summary>What is worth knowing in that state.</summary>
    public static IReadOnlyList<NoteResponse> Of(IReadOnlyList<ChannelNote> notes, HoursState state, Language language) =>
        [.. notes.Where(note => note.When.Count == 0 || note.When.Contains(state)).Select(note => new NoteResponse(note.Text.In(language), note.Reference))];
}
