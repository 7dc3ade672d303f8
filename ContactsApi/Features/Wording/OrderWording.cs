using ContactsApi.Core;
using ContactsApi.Core.Choosing;

namespace ContactsApi.Features.Wording;

/// <summary>What each rule of the order prefers, in words.</summary>
public static class OrderWording
{
    public static LocalizedText Of(OrderRule rule) => rule switch
    {
        OrderRule.Class => new(
            "живой ответ наверняка важнее возможного, затем робот, затем ответ позже, затем визит",
            "a live answer that is certain goes before one that is possible, then a robot, then a later answer, then a visit"),
        OrderRule.Room => new(
            "где отвечают другие люди, идёт раньше, чем те, кого уже пробовали", "other people go before those who were tried in vain"),
        OrderRule.Specialised => new("канал именно для такого обращения важнее общего", "a channel for just such a request goes before a general one"),
        OrderRule.Promise => new("раньше тот, чей обещанный всеми источниками ответ придёт скорее", "the sooner answer that all sources promise goes first"),
        OrderRule.Priority => new("при прочих равных решает порядок редакции", "all else being equal, the editors' order decides"),
        OrderRule.Id => new("при полном равенстве решает алфавит", "where all is equal, the alphabet decides"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>Why the one class goes before the other.</summary>
    public static LocalizedText Between(RecommendationClass better, RecommendationClass worse) => new(
        $"здесь {Of(better).Ru}, там {Of(worse).Ru}", $"here {Of(better).En}, there {Of(worse).En}");

    private static LocalizedText Of(RecommendationClass recommendationClass) => recommendationClass switch
    {
        RecommendationClass.LiveAndOpen => new("наверняка ответит человек", "a person answers for certain"),
        RecommendationClass.LiveAndUncertain => new("человек ответит, если линия открыта", "a person answers if the line is open"),
        RecommendationClass.Automated => new("ответит робот", "a robot answers"),
        RecommendationClass.Later => new("ответят позже", "an answer comes later"),
        RecommendationClass.InPerson => new("нужен визит", "a visit is needed"),
        _ => throw new ArgumentOutOfRangeException(nameof(recommendationClass)),
    };
}
