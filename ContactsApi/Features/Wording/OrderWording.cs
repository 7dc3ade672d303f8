using ContactsApi.Core;
using ContactsApi.Core.Choosing;

namespace ContactsApi.Features.Wording;

/// <summary>What each rule of the order prefers, in words.</summary>
public static class OrderWording
{
    public static Text Of(OrderRule rule) => rule switch
    {
        OrderRule.Class => new(
            "живой ответ наверняка важнее возможного, затем робот, затем ответ позже, затем визит",
            "a live answer that is certain goes before one that is possible, then a robot, then a later answer, then a visit"),
        OrderRule.Specialised => new("канал именно для такого обращения важнее общего", "a channel for just such a request goes before a general one"),
        OrderRule.Promise => new("раньше тот, чей обещанный всеми источниками ответ придёт скорее", "the sooner answer that all sources promise goes first"),
        OrderRule.Priority => new("при прочих равных решает порядок редакции", "all else being equal, the editors' order decides"),
        OrderRule.Id => new("при полном равенстве решает алфавит", "where all is equal, the alphabet decides"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
