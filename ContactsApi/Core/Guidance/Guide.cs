using System.Collections.Frozen;
using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Guidance;

/// <summary>What goes with one channel for one segment, whatever the moment: what to prepare, and what to do if nobody answers.</summary>
public sealed class Guide
{
    private readonly IReadOnlyList<Preparation> always;

    /// <summary>For the topics with things of their own: these too, first.</summary>
    private readonly FrozenDictionary<string, IReadOnlyList<Preparation>> byTopic;

    private Guide(IReadOnlyList<Preparation> all, IReadOnlyList<NextStep> steps)
    {
        always = [.. all.Where(one => one.Topics.Count == 0)];
        byTopic = all.SelectMany(one => one.Topics).Distinct().ToFrozenDictionary(
            topic => topic,
            topic => (IReadOnlyList<Preparation>)[.. all.Where(one => one.Topics.Contains(topic)), .. always],
            StringComparer.Ordinal);
        Steps = steps;
    }

    /// <summary>In the order of the catalog.</summary>
    public IReadOnlyList<NextStep> Steps { get; }

    /// <param name="preparations">All of the catalog.</param>
    /// <param name="steps">All of the catalog.</param>
    public static Guide To(Channel channel, Segment segment, IReadOnlyList<Preparation> preparations, IReadOnlyList<NextStep> steps) => new(
        [.. preparations.Where(one => one.IsFor(channel, segment))],
        [.. steps.Where(step => step.IsFor(channel, segment))]);

    /// <summary>What to prepare: what the topic asks for goes before what every request needs.</summary>
    public IReadOnlyList<Preparation> PreparationFor(Topic? topic) =>
        topic is not null && byTopic.TryGetValue(topic.Id, out var all) ? all : always;
}
