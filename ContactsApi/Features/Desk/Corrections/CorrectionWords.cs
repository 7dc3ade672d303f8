using ContactsApi.Core;
using ContactsApi.Core.Corrections;

namespace ContactsApi.Features.Desk.Corrections;

public static class CorrectionWords
{
    public static LocalizedText Of(CorrectionElement element) => element switch
    {
        CorrectionElement.Address => new("номер или адрес", "the number or address"),
        CorrectionElement.Hours => new("часы работы", "the hours"),
        CorrectionElement.AnswerTime => new("время ответа", "how soon they answer"),
        CorrectionElement.Name => new("название", "the name"),
        CorrectionElement.Description => new("описание", "the description"),
        CorrectionElement.Language => new("языки", "the languages"),
        CorrectionElement.Capability => new("возможности", "what it can do"),
        CorrectionElement.Segment => new("для кого", "whom it serves"),
        CorrectionElement.Region => new("регионы", "the regions"),
        CorrectionElement.Topic => new("темы", "the topics"),
        _ => new("другое", "something else"),
    };

    public static LocalizedText Of(CorrectionStatus status) => status switch
    {
        CorrectionStatus.Received => new("не разобраны", "not judged"),
        CorrectionStatus.Accepted => new("приняты", "accepted"),
        _ => new("отклонены", "rejected"),
    };

    /// <summary>The form that mends what is reported.</summary>
    public static string FormFor(Report report) => report.Element switch
    {
        CorrectionElement.Hours => $"/desk/disputes/{report.ChannelId}",
        CorrectionElement.AnswerTime => $"/desk/disputes/{report.ChannelId}/answers",
        _ => $"/desk/channels/{report.ChannelId}",
    };
}
