using ContactsApi.Features.Formats.ICalendar;
using ContactsApi.Features.Formats.JsonLd;
using ContactsApi.Features.Formats.OpeningHours;
using ContactsApi.Features.Formats.QrCodes;
using ContactsApi.Features.Formats.VCards;
using ContactsApi.Hosting;

namespace ContactsApi.Features.Formats;

/// <summary>Answers in the formats that other programs take as they are. Each format has a folder of its own.</summary>
public static class FormatEndpoints
{
    public static void MapFormats(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Formats").ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        var ofChannel = group.MapGroup("").ProducesProblems(StatusCodes.Status404NotFound);
        ofChannel.MapOpeningHours();
        ofChannel.MapScheduleCalendar();
        ofChannel.MapVCards();
        ofChannel.MapQrCodes();
        group.MapContactPoints();
        group.MapTransitionCalendar();
        group.MapDueReminder();
    }
}
