using ContactsApi.Features.Formats.ICalendar;
using ContactsApi.Features.Formats.OpeningHours;
using ContactsApi.Hosting;

namespace ContactsApi.Features.Formats;

/// <summary>Answers in the formats that other programs take as they are. Each format has a folder of its own.</summary>
public static class FormatEndpoints
{
    public static void MapFormats(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Formats").ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
        group.MapOpeningHours();
        group.MapScheduleCalendar();
    }
}
