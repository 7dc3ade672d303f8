using ContactsApi.Core;
using ContactsApi.Core.Choosing;

namespace ContactsApi.Features.Wording;

/// <summary>What each rule of the order prefers, in words.</summary>
public static class OrderWording
{
    public static LocalizedText Of(OrderRule rule) => rule switch
    {
        OrderRule.Class => new(
            "сначала те, кто точно ответит сейчас, потом те, кто может ответить, потом робот, ответ позже и визит",
            "first people who answer now for certain, then those who may, then a robot, a later answer and a visit"),
        OrderRule.Room => new(
            "здесь отвечают другие люди, не те, кого вы уже пробовали", "other people answer here than those you tried already"),
        OrderRule.Specialised => new("сюда обращаются именно с таким вопросом", "this is the place for just such a matter"),
        OrderRule.Promise => new("здесь точно ответят скорее", "an answer is certain to come sooner here"),
        OrderRule.Priority => new("в остальном они равны, и мы советуем начать отсюда", "they are alike otherwise, and we advise to begin here"),
        OrderRule.Id => new("они во всём равны, порядок по алфавиту", "they are alike in all, so the alphabet decides"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>Why the one class goes before the other.</summary>
    public static LocalizedText Between(RecommendationClass better, RecommendationClass worse) => new(
        $"здесь {Of(better).Ru}, там {Of(worse).Ru}", $"here {Of(better).En}, there {Of(worse).En}");

    private static LocalizedText Of(RecommendationClass recommendationClass) => recommendationClass switch
    {
        RecommendationClass.LiveAndOpen => new("точно ответит человек", "a person answers for certain"),
        RecommendationClass.LiveAndUncertain => new("человек может ответить, а может и нет", "a person may answer or may not"),
        RecommendationClass.Automated => new("ответит робот", "a robot answers"),
        RecommendationClass.Later => new("ответят позже", "an answer comes later"),
        RecommendationClass.InPerson => new("нужен визит", "a visit is needed"),
        _ => throw new ArgumentOutOfRangeException(nameof(recommendationClass)),
    };
}
