using System.Reflection;
using System.Text.RegularExpressions;
using ContactsApi.Core;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Quality;

/// <summary>What all rules have in common.</summary>
public sealed partial class QualityRulesTests
{
    public static TheoryData<string> Codes => [.. QualityRules.Kinds.Keys];

    [Fact]
    public void Every_rule_that_there_is_is_in_one_of_the_lists()
    {
        Assert.Equal(Codes<CallerRule>(rule => [rule.Kind]), CallerFindings.Rules.Select(rule => rule.Kind.Code).Order(StringComparer.Ordinal));
        Assert.Equal(
            Codes<QualityRule>(rule => rule.Kinds).Concat(Codes<CallerRule>(rule => [rule.Kind])).Order(StringComparer.Ordinal),
            QualityRules.All.SelectMany(rule => rule.Kinds).Select(kind => kind.Code).Order(StringComparer.Ordinal));

        static IEnumerable<string> Codes<T>(Func<T, IEnumerable<FindingKind>> doubtsOf) => typeof(QualityRule).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
            .Where(property => property.PropertyType == typeof(T))
            .SelectMany(property => doubtsOf((T)property.GetValue(null)!))
            .Select(kind => kind.Code)
            .Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_in_kebab_case_with_a_remedy_in_both_languages(string code)
    {
        Assert.Matches(KebabCase(), code);
        AssertInBothLanguages(QualityRules.Kinds[code].Remedy);
    }

    [Fact]
    public void Every_finding_is_told_in_both_languages() =>
        Assert.All(Findings.Of(Domain.Shipped), finding => AssertInBothLanguages(finding.Text));

    [Fact]
    public void A_rule_finds_only_what_it_says_it_finds() => Assert.All(QualityRules.All, rule => Assert.All(
        rule.Find(new QualityContext(Domain.Shipped.Directory(), Findings.Today, 180)), finding => Assert.Contains(finding.Kind, rule.Kinds)));

    [Fact]
    public void What_a_finding_names_is_in_the_catalog()
    {
        var directory = Domain.Shipped.Directory();
        Assert.All(Findings.Of(Domain.Shipped), finding =>
        {
            Assert.All(finding.References.Except([Provenance.Editorial]), reference => Assert.Contains(reference, directory.Sections.Keys));
            if (finding.ChannelId is not null)
            {
                var channel = directory.Channels[finding.ChannelId];
                Assert.Subset(channel.Hours.Select(one => one.Id).Concat(channel.Answers.Select(one => one.Id)).ToHashSet(), finding.Statements.ToHashSet());
            }
        });
    }

    [Fact]
    public void Findings_are_in_order()
    {
        var findings = Findings.Of(Domain.Shipped).Select(finding => (finding.Kind.Severity, finding.Kind.Code, finding.ChannelId)).ToList();

        Assert.Equal(
            findings.OrderBy(one => one.Severity).ThenBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.ChannelId, StringComparer.Ordinal),
            findings);
    }

    [Fact]
    public void The_documentation_has_every_code_in_order_with_its_severity_and_remedy_and_whether_callers_are_told() => Assert.Equal(
        QualityRules.Kinds.Values.OrderBy(kind => kind.Severity).ThenBy(kind => kind.Code, StringComparer.Ordinal)
            .Select(kind => (kind.Code, EnumNames<Severity>.Of(kind.Severity), CallerFindings.Rules.Any(rule => rule.Kind == kind) ? "yes" : "", kind.Remedy.En)),
        DocumentedCode().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs/quality.md"))).Select(row =>
            (row.Groups["code"].Value, row.Groups["severity"].Value, row.Groups["told"].Value.Trim(), row.Groups["remedy"].Value)));

    private static void AssertInBothLanguages(LocalizedText text)
    {
        Assert.Matches(@"\p{IsCyrillic}", text.Ru);
        Assert.Matches("[A-Za-z]", text.En);
        Assert.DoesNotMatch(@"\p{IsCyrillic}", text.En);
        Assert.All([text.Ru, text.En], sentence => Assert.Matches(@"^[^\s].*\.$", sentence));
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"^\| `(?<code>[^`]+)` \| (?<severity>[^|]+) \| (?<told>yes )?\| [^|]{10,} \| (?<remedy>[^|]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DocumentedCode();
}
