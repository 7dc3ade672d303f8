using ContactsApi.Core;
using ContactsApi.Core.Channels;

namespace ContactsApi.Features.Wording;

/// <summary>What a person does to use a channel, as the beginning of a sentence in lower case.</summary>
public static class Actions
{
    /// <param name="address">As it is shown, in that language.</param>
    public static string To(Channel channel, string address, Language language)
    {
        var name = channel.Name;
        var action = channel.Kind switch
        {
            ChannelKind.Phone => new LocalizedText($"позвоните по номеру {address} («{name.Ru}»)", $"call {address} (“{name.En}”)"),
            ChannelKind.Chat => new($"напишите в чат: {address}", $"write to the chat: {address}"),
            ChannelKind.Form => new($"заполните форму: {address}", $"fill in the form: {address}"),
            ChannelKind.Email => new($"напишите на электронную почту: {address}", $"write an e-mail: {address}"),
            ChannelKind.Fax => new($"отправьте факс по номеру {address}", $"send a fax to {address}"),
            ChannelKind.Messenger => new($"напишите в мессенджере «{name.Ru}»: {address}", $"write by “{name.En}”: {address}"),
            ChannelKind.Social => new($"напишите в соцсети «{name.Ru}»: {address}", $"write in the social network “{name.En}”: {address}"),
            ChannelKind.App => new($"откройте {address}", $"open {address}"),
            ChannelKind.SelfService => new($"откройте страницу: {address}", $"open the page: {address}"),
            ChannelKind.Office => new($"приходите в офис «{name.Ru}»: {address}", $"go to the office “{name.En}”: {address}"),
            _ => throw new ArgumentOutOfRangeException(nameof(channel)),
        };
        return action.In(language);
    }
}
