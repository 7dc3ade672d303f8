using ContactsApi.Features.Asking;
using ContactsApi.Features.Pages;
using ContactsApi.Features.Wording;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace ContactsApi.Features.Desk;

/// <summary>A part of a view of the desk.</summary>
public abstract class DeskPart : Localised
{
    [CascadingParameter]
    public required DeskRequest Desk { get; set; }

    /// <summary>As <c>22 ноября, 03:00</c>, in Moscow's time.</summary>
    protected string Said(Instant instant) => Said(CallerTime.InMoscow(instant));

    /// <inheritdoc cref="Said(Instant)"/>
    protected string Said(OffsetDateTime moment) => $"{T(PageWords.Day(moment.Date))}, {Times.Clock(moment.TimeOfDay)}";
}
