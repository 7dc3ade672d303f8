using System.Reflection;
using System.Text.RegularExpressions;
using ContactsApi.Tests.Support;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Tests.Contract;

/// <summary>What documents name of the code is there: types, members and files. A thing renamed is renamed in them too.</summary>
public sealed partial class DocumentedNamesTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    /// <summary>Names that others gave: events of Polly, a setting of Npgsql, one of NuGet, a header of RFC 7239, an object of browsers.</summary>
    private static readonly string[] Foreign = ["OnRetry", "OnTimeout", "OnCircuitOpened", "Passfile", "NuGetAuditMode", "Forwarded", "EventSource", "Deprecation", "Sunset", "RateLimit", "SseFormatter"];

    private static readonly string[] OfTheRoot = ["README.md", "CONTRIBUTING.md"];

    private static readonly string[] Sources = ["ContactsApi", "ContactsApi.Tests"];

    private static readonly ILookup<string, Type> OurTypes = new[] { typeof(Program).Assembly, typeof(DocumentedNamesTests).Assembly }
        .SelectMany(assembly => assembly.GetTypes()).ToLookup(NameOf);

    /// <summary>Of the libraries that the service is made with.</summary>
    private static readonly ILookup<string, Type> ForeignTypes = typeof(Program).Assembly.GetReferencedAssemblies()
        .SelectMany(name => Assembly.Load(name).GetExportedTypes()).ToLookup(NameOf);

    private static readonly HashSet<string> Names =
    [
        .. OurTypes.Select(type => type.Key),
        .. OurTypes.SelectMany(types => types).SelectMany(type => type.GetMembers(All)).Select(member => member.Name),
        .. OurTypes.SelectMany(types => types).SelectMany(type => type.Namespace?.Split('.') ?? []),
        .. ForeignTypes.Select(type => type.Key),
        .. typeof(HeaderNames).GetFields().Select(header => $"{header.GetValue(null)}"),
        .. Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)),
        .. Foreign,
    ];

    public static TheoryData<string> Documents =>
    [
        .. OfTheRoot.Where(name => File.Exists(Path.Combine(Repository.Root, name))),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_a_document_names_exists(string document) =>
        Assert.Equal("", MissingIn(File.ReadAllText(Path.Combine(Repository.Root, document))));

    [Theory]
    [InlineData("the core (`ServedChannel.AvailabilityAt`, `HoursTimeline`)", "")]
    [InlineData("under `Core/Hours/`, in `Core/Hours/Statute.cs`", "Core/Hours/Statute.cs")]
    [InlineData("`Chooser.Choose` and `Chooser.Chose`", "Chooser.Chose")]
    [InlineData("a `ServedChanel`", "ServedChanel")]
    [InlineData("`SMS`, `GET /v1/channels`, `validUntil`, `Europe/Moscow`, `data/contacts.db`, `Retry-After`", "")]
    public void A_name_that_is_not_there_is_found(string text, string missing) =>
        Assert.Equal(missing, MissingIn(text));

    private static string MissingIn(string text) => string.Join(' ', NamedIn(text).Where(name => !Exists(name)));

    /// <summary>What looks like a type, a member, or a path that begins with a folder of the repository or of the code.</summary>
    private static IEnumerable<string> NamedIn(string text) =>
        from Match span in InBackticks().Matches(Fenced().Replace(text, ""))
        let name = span.Groups["name"].Value
        where Identifier().IsMatch(name) || (FilePath().IsMatch(name) && IsFolder(name.Split('/')[0]))
        select name;

    private static bool Exists(string name) => name.Contains('/', StringComparison.Ordinal)
        ? Bases().Any(folder => Path.Combine(folder, name) is var path && (Path.Exists(path) || File.Exists($"{path}.cs")))
        : name.Split('.') switch
        {
            [var word] => Names.Contains(word),
            [.., var type, var member] => (OurTypes.Contains(type) ? OurTypes : ForeignTypes)[type].Any(known => known.GetMember(member, All).Length > 0),
            [] => false,
        };

    private static bool IsFolder(string name) => name.Length > 0 && Bases().Any(folder => Directory.Exists(Path.Combine(folder, name)));

    private static IEnumerable<string> Bases() => Sources.Select(source => Path.Combine(Repository.Root, source)).Prepend(Repository.Root);

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    [GeneratedRegex("(?m)^```.*?^```", RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex("`(?<name>[^`\n]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex InBackticks();

    /// <summary>Words in PascalCase, one or more with dots between them.</summary>
    [GeneratedRegex(@"^[A-Z][A-Za-z]*[a-z][A-Za-z]*(\.[A-Z][A-Za-z]*[a-z][A-Za-z]*)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]*)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex FilePath();
}
