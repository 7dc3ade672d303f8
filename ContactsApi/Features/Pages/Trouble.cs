using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core;

namespace ContactsApi.Features.Pages;

/// <summary>What happened to somebody, in the few words in which they would say it.</summary>
public sealed record Trouble(Topic Topic, LocalizedText Name)
{
    /// <summary>What happens to most, in the order in which it is offered, by topic.</summary>
    private static readonly (string Topic, LocalizedText Name)[] Common =
    [
        ("registration", new("Не могу войти", "I cannot sign in")),
        ("sms-code", new("Не приходит код", "No code comes")),
        ("account-locked", new("Вход заблокирован", "My account is locked")),
        ("application-status", new("Где моё заявление", "Where is my application")),
        ("document-upload", new("Документ не принимают", "A document is not accepted")),
    ];

    /// <summary>Those of the catalog that most people have.</summary>
    public static IEnumerable<Trouble> MostCommon(ContactDirectory directory) =>
        from common in Common
        where directory.Topics.ContainsKey(common.Topic)
        select new Trouble(directory.Topics[common.Topic], common.Name);

    /// <summary>All others, in the order and words of the catalog.</summary>
    public static IEnumerable<Trouble> Others(ContactDirectory directory) =>
        directory.Catalog.Topics.Where(topic => Common.All(common => common.Topic != topic.Id)).Select(topic => new Trouble(topic, topic.Name));
}
