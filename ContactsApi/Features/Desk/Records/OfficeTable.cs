using System.Text.Json;
using System.Text.RegularExpressions;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Editing;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Microsoft.VisualBasic.FileIO;

namespace ContactsApi.Features.Desk.Records;

/// <summary>
/// Offices as a table: CSV with a first line that names the columns. An office of a known id is changed in these columns, any other is added; none is
/// removed. All of it is one revision, or nothing is written and every wrong line is named.
/// </summary>
public static partial class OfficeTable
{
    private const int MostFaults = 20;

    public static IReadOnlyList<string> Columns { get; } = ["id", .. OfficeEndpoints.Columns];

    public static EditedCatalog On(CatalogSnapshot snapshot, string table)
    {
        List<(long Line, string Id, Fields Fields)> rows = [];
        List<LocalizedText> faults = [];
        var columns = Read(table, rows, faults);
        var catalog = snapshot.Directory.Catalog;
        var offices = catalog.Offices.ToList();
        var places = offices.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);
        var lines = new Dictionary<int, long>();
        foreach (var (line, id, fields) in rows)
        {
            var isKnown = places.TryGetValue(id, out var place);
            if (OfficeOf(id, fields, columns, isKnown ? offices[place] : null, line, faults) is not { } office)
                continue;
            if (isKnown)
                offices[place] = office;
            else
                offices.Add(office);
            lines[isKnown ? place : offices.Count - 1] = line;
        }

        var after = catalog with { Offices = offices };
        if (faults.Count == 0)
            faults.AddRange(CatalogRules.BreaksOf(after).Select(problem => Fault(Index().Match(problem.Path) is { Success: true } match ? lines.GetValueOrDefault(int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)) : 0, problem)));
        return faults.Count == 0
            ? new EditedCatalog(snapshot, null).Of(after)
            : new EditedCatalog(snapshot, null) { Refusal = new(RefusalReason.Invalid, new Dictionary<string, IReadOnlyList<LocalizedText>> { [OfficeEndpoints.TableField] = [.. faults.Take(MostFaults)] }) };
    }

    /// <returns>The columns that the table has; none if they are not right.</returns>
    private static string[] Read(string table, List<(long Line, string Id, Fields Fields)> rows, List<LocalizedText> faults)
    {
        using var reader = new StringReader(table);
        using var parser = new TextFieldParser(reader) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        // Spreadsheets of a Russian desktop write semicolons.
        parser.SetDelimiters(table.AsSpan(0, Math.Max(0, table.IndexOf('\n', StringComparison.Ordinal))).Contains(';') ? ";" : ",");
        string[]? columns = null;
        var seen = new HashSet<string>();
        while (!parser.EndOfData)
        {
            var line = parser.LineNumber;
            string[] cells;
            try
            {
                cells = parser.ReadFields() ?? [];
            }
            catch (MalformedLineException)
            {
                faults.Add(new($"Строка {line}: кавычки не сходятся.", $"Line {line}: its quotes do not match."));
                continue;
            }

            if (columns is null)
            {
                columns = cells;
                foreach (var unknown in columns.Where(column => !Columns.Contains(column)))
                    faults.Add(new($"Столбца «{unknown}» нет; есть {string.Join(", ", Columns)}.", $"There is no column “{unknown}”; there are {string.Join(", ", Columns)}."));
                if (!columns.Contains("id"))
                    faults.Add(new("Нужен столбец id.", "A column id is needed."));
                if (faults.Count > 0)
                    return [];
                continue;
            }

            if (cells.Length != columns.Length)
            {
                faults.Add(new($"Строка {line}: столбцов {cells.Length}, а нужно {columns.Length}.", $"Line {line}: {cells.Length} columns, and {columns.Length} are needed."));
                continue;
            }

            var fields = new Fields();
            foreach (var (column, cell) in columns.Zip(cells))
                fields[column] = cell;
            if (fields["id"] is not { } id || !seen.Add(id))
                faults.Add(new($"Строка {line}: нужен свой id.", $"Line {line}: an id of its own is needed."));
            else
                rows.Add((line, id, fields));
        }

        if (columns is null)
            faults.Add(new("Таблица пуста.", "The table is empty."));
        return columns ?? [];
    }

    /// <summary>Nothing if it cannot be one; that is told.</summary>
    private static Office? OfficeOf(string id, Fields fields, string[] columns, Office? known, long line, List<LocalizedText> faults)
    {
        var patch = OfficeEndpoints.PatchOf(fields, columns, known);
        patch["id"] = id;
        var whole = MergePatch.Apply(known is null ? null : JsonSerializer.SerializeToNode(known, ContactsJson.Strict), patch);
        if (ShapeProblems.Of(whole, typeof(Office)) is [_, ..] misshapen)
        {
            faults.AddRange(misshapen.Select(problem => Fault(line, new(problem.Path, problem.Message))));
            return null;
        }

        var office = whole.Deserialize<Office>(ContactsJson.Strict)!;
        faults.AddRange(ContentRules.ProblemsOf(office, "$").Select(problem => Fault(line, problem)));
        return office;
    }

    private static LocalizedText Fault(long line, CatalogProblem problem)
    {
        var field = Index().Replace(problem.Path, "").TrimStart('$', '.');
        return new($"Строка {line}: {field} {problem.Message.Ru}", $"Line {line}: {field} {problem.Message.En}");
    }

    [GeneratedRegex(@"^\$\.offices\[([0-9]+)\]")]
    private static partial Regex Index();
}
