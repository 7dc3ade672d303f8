using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>
/// What decides about hours at a moment, in this order: an incident; else the override of the date; else the windows that the
/// statements give for the kind of the date.
/// </summary>
/// <param name="Incident">The one in force; of several the one that began first.</param>
/// <param name="Override">The one that covers the date, even where an incident decides.</param>
/// <param name="Date">The local date, or the one before it while only a window of that one runs on past midnight.</param>
public readonly record struct Layers(Incident? Incident, Override? Override, LocalDate Date);
