using System.Text.Json;
using Deque.AxeCore.Commons;

namespace ContactsApi.Tests.Support;

/// <summary>Whether everybody can use what a browser shows, as far as axe can tell: WCAG 2.2 AA and what axe itself recommends.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <param name="view">What is looked at, for whoever reads of a fault.</param>
    /// <param name="rules">The rules to go by; all of them if none is named.</param>
    public static async Task FindsNothingAsync(Visit visit, string view, params string[] rules)
    {
        // In frames axe would find nothing, as it would have to be put into each of them.
        Assert.Single(visit.Page.Frames);
        await visit.Page.EvaluateAsync(Script);
        // The faults alone: what is as it should be would be described by megabytes.
        var result = await visit.Page.EvaluateAsync<JsonElement>(
            """
            async rules => {
              const result = await axe.run({ resultTypes: ['violations'], ...(rules.length > 0 ? { runOnly: { type: 'rule', values: rules } } : {}) });
              return { passes: result.passes.length, faults: result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} ${node.any[0]?.message}`)) };
            }
            """,
            rules);
        Assert.NotEqual(0, result.GetProperty("passes").GetInt32());
        Assert.Empty(result.GetProperty("faults").EnumerateArray().Select(fault => $"{view} {fault}"));
    }
}
