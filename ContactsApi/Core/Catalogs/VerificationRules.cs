using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Catalogs;

/// <summary>A mark of verification says who and how. Whether its date has come yet is not for the core to know.</summary>
public static class VerificationRules
{
    public static IEnumerable<CatalogProblem> ProblemsOf(Channel channel, string path) =>
    [
        .. ProblemsOf(channel.Address?.Verification, $"{path}.address"),
        .. ProblemsOf(channel.Hours, $"{path}.hours"),
        .. ProblemsOf(channel.Answers, $"{path}.answers"),
    ];

    public static IEnumerable<CatalogProblem> ProblemsOf(IReadOnlyList<Statement> statements, string path) =>
        statements.SelectMany((statement, i) => ProblemsOf(statement.Verification, $"{path}[{i}]"));

    /// <summary>
    /// Marks that a change would leave on an address that it makes another: somebody looked at the former one, and nobody at this.
    /// </summary>
    public static IEnumerable<CatalogProblem> LeftBehind(Catalog before, Catalog after)
    {
        var channels = before.Channels.ToDictionary(channel => channel.Id, channel => channel.Address);
        var offices = before.Offices.ToDictionary(office => office.Id);
        return
        [
            .. from channel in after.Channels.Index()
               let address = channel.Item.Address
               where address?.Verification is { } mark && channels.GetValueOrDefault(channel.Item.Id) is { } former
                   && former.Verification == mark && !former.IsSameAs(address)
               select new CatalogProblem($"$.channels[{channel.Index}].address.verification", AboutTheFormer),
            .. from office in after.Offices.Index()
               where office.Item.Verification is { } mark && offices.GetValueOrDefault(office.Item.Id) is { } former
                   && former.Verification == mark && former.Address != office.Item.Address
               select new CatalogProblem($"$.offices[{office.Index}].verification", AboutTheFormer),
        ];
    }

    private static LocalizedText AboutTheFormer { get; } = new(
        "эта отметка о прежнем адресе: уберите её (null) или отметьте новый", "this mark is about the former address: remove it (null), or mark the new one");

    /// <param name="path">Of what is marked.</param>
    public static IEnumerable<CatalogProblem> ProblemsOf(Verification? mark, string path) =>
        from text in mark is null ? [] : new[] { (Name: "by", Words: mark.By), (Name: "how.ru", Words: mark.How.Ru), (Name: "how.en", Words: mark.How.En) }
        where string.IsNullOrWhiteSpace(text.Words)
        select new CatalogProblem($"{path}.verification.{text.Name}", CatalogProblem.Blank);
}
