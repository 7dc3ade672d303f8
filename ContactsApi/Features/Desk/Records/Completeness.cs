using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Features.Desk.Records;

/// <summary>What a record of a channel should hold by section 5.1 of the source, and does not.</summary>
public static class Completeness
{
    public static IReadOnlyList<LocalizedText> LackingIn(Channel channel, CatalogIndex index)
    {
        var statements = index.StatementsOf(channel);
        (bool IsLacking, LocalizedText What)[] parts =
        [
            (channel.Address is null && !channel.StandsForOffices(), new("адрес или номер", "an address or number")),
            (channel.Address is { Verification: null or { Outcome: VerificationOutcome.Disputed } }, new("проверка адреса", "a check of the address")),
            (channel.Mode == Mode.Live && statements.Hours.Count == 0, new("часы", "hours")),
            (channel.Mode is Mode.Live or Mode.Message && statements.Answers.Count == 0, new("срок ответа", "how soon an answer comes")),
            (channel.Languages.Count == 0, new("языки", "languages")),
            (channel.Kind == ChannelKind.Phone && channel.Cost is null, new("стоимость звонка", "what a call costs")),
        ];
        return [.. parts.Where(part => part.IsLacking).Select(part => part.What)];
    }
}
