using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Quality;
using ContactsApi.Editing;
using ContactsApi.Features.Desk.Corrections;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Features.Pages;
using ContactsApi.Features.Responses;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Desk.Records;

/// <summary>What the catalog says of a channel by itself: its names and its address.</summary>
public static class ChannelEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/channels";

    public const string PhoneField = "address.phone";

    private static readonly LocalizedText Title = new("Каналы", "Channels");

    private static readonly LocalizedText NoNumber = new(
        "Это не номер телефона: проверьте, все ли цифры на месте. Пример: +7 800 555-35-35.", "This is no phone number: check whether all digits are there. As +7 800 555-35-35.");

    private static readonly Dictionary<string, LocalizedText> Labels = new()
    {
        ["name.ru"] = new("Название по-русски", "Name in Russian"),
        ["name.en"] = new("Название по-английски", "Name in English"),
        ["description.ru"] = new("Описание по-русски", "Description in Russian"),
        ["description.en"] = new("Описание по-английски", "Description in English"),
        [PhoneField] = new("Телефон с кодом", "Phone with its code"),
        ["address.uri"] = new("Ссылка или адрес почты (mailto:…)", "Link, or e-mail (mailto:…)"),
        ["address.display.ru"] = new("Адрес словами по-русски", "Address in words, in Russian"),
        ["address.display.en"] = new("Адрес словами по-английски", "Address in words, in English"),
    };

    private static readonly QueryParameter<string> Number = new("number", "A phone number as it is typed.", "+78005553535", text => text);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/channels", List).WithDeskQuery();
        group.MapGet("/channels/{channel}", (string channel, HttpContext context) => FormFlow.Open(context, Edit(channel, context))).WithDeskQuery(Mending.Correction);
        group.MapPost("/channels/{channel}", (string channel, HttpContext context) => FormFlow.SendAsync(context, Edit(channel, context))).WithDeskQuery(Mending.Correction);
        group.MapGet("/phone", Check).WithDeskQuery(Number);
    }

    private static HtmlPage List(HttpContext context) => DeskRequest.Of(context).Show<ChannelsView>(Title);

    private static EditForm Edit(string id, HttpContext context)
    {
        var path = new ElementPath(CatalogPart.Named("channels"), id);
        return Mending.With(context, new(
            new("Канал", "Channel"),
            typeof(ChannelPart),
            Labels,
            snapshot => ElementFields.Of(path, snapshot, Labels.Keys),
            (typed, snapshot) =>
            {
                var numbered = new Fields();
                foreach (var (name, value) in typed)
                    numbered[name] = value;
                if (typed[PhoneField] is { } written && TypedPhone.Of(written) is not { } phone)
                    return ElementFields.Refused(snapshot, PhoneField, NoNumber);
                else if (typed[PhoneField] is { } text)
                    numbered[PhoneField] = TypedPhone.Of(text);
                return new Edit(EditKind.Patch, path, ElementFields.Patch(numbered, Labels.Keys)).On(snapshot, Preconditions.None);
            },
            $"{Address}/{id}") { Parameters = new Dictionary<string, object?> { [nameof(ChannelPart.ChannelId)] = id } });
    }

    /// <summary>What is to be said of a number while it is typed.</summary>
    private static ContentHttpResult Check(HttpContext context)
    {
        var page = PageRequest.Of(context);
        var desk = DeskRequest.Of(context);
        var typed = page.Query.FirstOrDefault(choice => choice.Key == Number.Name).Value ?? "";
        var text = TypedPhone.Of(typed) is not { } phone ? NoNumber : Said(phone, desk.Snapshot.Directory.Catalog.Channels);
        return TypedResults.Text(text.In(page.Language));
    }

    private static LocalizedText Said(string phone, IReadOnlyList<Channel> channels)
    {
        var shown = ListedPhone.Of(phone).International;
        var holders = channels.Where(channel => channel.Address?.Phone == phone).Select(channel => channel.Name).ToList();
        return holders.Count == 0
            ? new($"{shown}. Больше ни у кого его нет.", $"{shown}. Nobody else has it.")
            : new($"{shown}. Он указан у: {Phrases.Joined(", ", holders).Ru}.", $"{shown}. It stands at: {Phrases.Joined(", ", holders).En}.");
    }
}
