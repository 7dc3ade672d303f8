using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>The rules of the order, each used only where those before it tie.</summary>
public enum OrderRule
{
    Class,

    /// <summary>Another room than the one that was tried in vain.</summary>
    Room,
    Specialised,
    Promise,
    Priority,
    Id,
}

/// <summary>Orders eligible channels, the best first. No two channels tie, since ids differ.</summary>
public sealed class RecommendationOrder : IComparer<Recommendation>
{
    private static readonly OrderRule[] Rules = Enum.GetValues<OrderRule>();

    public static RecommendationOrder Instance { get; } = new();

    public int Compare(Recommendation? x, Recommendation? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        foreach (var rule in Rules)
        {
            var order = CompareBy(rule, x, y);
            if (order != 0)
                return order;
        }

        return 0;
    }

    /// <summary>The rule by which the first goes before the second, or the other way round.</summary>
    public static OrderRule DecidedBy(Recommendation first, Recommendation second) =>
        Rules.First(rule => CompareBy(rule, first, second) != 0);

    public static int CompareBy(OrderRule rule, Recommendation x, Recommendation y) => rule switch
    {
        OrderRule.Class => (int)x.Class - (int)y.Class,
        OrderRule.Room => x.InTriedRoom.CompareTo(y.InTriedRoom),
        OrderRule.Specialised => y.Specialised.CompareTo(x.Specialised),
        OrderRule.Promise => ComparePromises(x, y),
        OrderRule.Priority => x.Served.Priority.CompareTo(y.Served.Priority),
        OrderRule.Id => string.CompareOrdinal(x.Channel.Id, y.Channel.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>The earlier instant first, unknown last; of equal ones an instant that stands fixed before one that moves on.</summary>
    private static int ComparePromises(Recommendation x, Recommendation y)
    {
        var order = (x.PromisedAt ?? Instant.MaxValue).CompareTo(y.PromisedAt ?? Instant.MaxValue);
        return order != 0 ? order : (x.Availability.Answer?.By is null).CompareTo(y.Availability.Answer?.By is null);
    }
}
