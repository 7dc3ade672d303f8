using System.Text.Json;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Editing;
using ContactsApi.Hosting;
using ContactsApi.Revisions;
using ContactsApi.Serialization;
using ContactsApi.Storage;

namespace ContactsApi.Commands;

/// <summary>Writes what is proposed as the next revision, unless it is the newest already. It says beforehand what it takes away, and then what was done.</summary>
public static class NewRevision
{
    /// <summary>Another process may write between our reading and writing; one that does so all the time is no longer chance.</summary>
    private const int Attempts = 3;

    /// <param name="propose">Is asked again for each revision that came between.</param>
    /// <param name="isTold">Which changes are told line by line, besides all that is removed.</param>
    public static int Write(
        Func<CatalogRevision?, Proposal> propose, Func<ElementDifference, bool> isTold, string? author, string message, CommandStore store, Terminal terminal)
    {
        var told = new HashSet<LocalizedText>();
        return Retrying(terminal, () =>
        {
            var newest = store.ReadNewest();
            var proposal = propose(newest);
            if (proposal is not { Catalog: { } catalog, Obstacles: [] })
                return Refuse(proposal.Obstacles, terminal);
            if (Broken(catalog) is [_, ..] broken)
                return Refuse(broken, terminal);
            var differences = CatalogDifference.Between(newest?.Catalog, catalog);
            foreach (var line in proposal.Notes.Concat(differences.SelectMany(one => Foretold(one, isTold))).Where(told.Add))
                terminal.Say(line);
            if (TryWrite(catalog, newest, differences, author, message, store, terminal) is not { } said)
                return null;
            terminal.Say(said);
            return ExitCode.Ok;
        });
    }

    /// <summary>Makes a write from the newest revision, again for each that comes between.</summary>
    /// <param name="write">The exit code; nothing if another revision came between.</param>
    public static int Retrying(Terminal terminal, Func<int?> write)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (write() is { } code)
                return code;
        }

        return Refuse(
            [new("Каталог всё время меняет другой процесс. Ничего не записано, повторите позже.",
                "Another process keeps changing the catalog. Nothing was written, try again later.")],
            terminal);
    }

    private static IEnumerable<LocalizedText> Foretold(ElementDifference difference, Func<ElementDifference, bool> isTold)
    {
        var element = DifferenceLines.Name(difference.Kind, difference.Id);
        return difference.Change == ChangeKind.Removed ? [new($"{element}: будет удалено", $"{element}: to be removed")]
            : isTold(difference) ? DifferenceLines.Of(difference)
            : [];
    }

    /// <summary>What was done; nothing if another revision came between.</summary>
    public static LocalizedText? TryWrite(
        Catalog catalog, CatalogRevision? newest, IReadOnlyList<ElementDifference> differences, string? author, string message, CommandStore store, Terminal terminal)
    {
        if (newest is not null && differences.Count == 0)
            return new($"ничего не изменилось: ревизия {newest.Number}", $"nothing changed: revision {newest.Number}");
        return store.Append(catalog, newest?.Number ?? 0, author ?? Environment.UserName, message, new ImportProgress(terminal)) is { } revision
            ? Written(revision.Number, differences)
            : null;
    }

    /// <summary>Two catalogs that are whole may make one that is not, and one of an earlier version may break a rule of this one.</summary>
    private static IReadOnlyList<LocalizedText> Broken(Catalog catalog)
    {
        if (CatalogRules.ProblemsOf(catalog) is not [_, ..] problems)
            return [];
        var json = JsonSerializer.SerializeToNode(catalog, ContactsJson.Strict)!.AsObject();
        return
        [
            .. problems.Select(problem => (Path: NamedPath.Of(problem.Path, json), problem.Message))
                .Select(problem => new LocalizedText($"{problem.Path}: {problem.Message.Ru}", $"{problem.Path}: {problem.Message.En}")),
            Problem.InvalidElement.Title,
        ];
    }

    private static int Refuse(IReadOnlyList<LocalizedText> obstacles, Terminal terminal)
    {
        foreach (var obstacle in obstacles)
            terminal.Complain(obstacle);
        return ExitCode.Problem;
    }

    private static LocalizedText Written(long number, IReadOnlyList<ElementDifference> differences)
    {
        int Count(ChangeKind? change) => differences.Count(difference => difference.Change == change);
        var (added, removed, changed) = (Count(ChangeKind.Added), Count(ChangeKind.Removed), Count(ChangeKind.Changed) + Count(null));
        return new(
            $"ревизия {number}: добавлено {added}, удалено {removed}, изменено {changed}",
            $"revision {number}: {added} added, {removed} removed, {changed} changed");
    }
}
