using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using ContactsApi.Editing;
using ContactsApi.Features.Admin;
using ContactsApi.Features.Desk.Corrections;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Features.Pages;
using ContactsApi.Features.Responses;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Desk.Records;

/// <summary>All that the catalog says of a channel.</summary>
public static class ChannelEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/channels";

    private static readonly LocalizedText Title = new("Каналы", "Channels");

    private static readonly LocalizedText NoNumber = new(
        "Это не номер телефона: проверьте, все ли цифры на месте. Пример: +7 800 555-35-35.", "This is no phone number: check whether all digits are there. As +7 800 555-35-35.");

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
        var desk = DeskRequest.Of(context);
        return Mending.With(context, new(
            new("Канал", "Channel"),
            typeof(ChannelPart),
            new ChannelFields(desk.Snapshot.Directory, ElementFields.Of(path, desk.Snapshot) ?? []).Labels,
            snapshot => ElementFields.Of(path, snapshot),
            (typed, snapshot) => Put(path, typed, snapshot, desk.Key?.Name ?? ""),
            $"{Address}/{id}") { Parameters = new Dictionary<string, object?> { [nameof(ChannelPart.ChannelId)] = id } });
    }

    /// <param name="name">Of whoever checked the address, if somebody did.</param>
    private static EditedCatalog Put(ElementPath path, Fields typed, CatalogSnapshot snapshot, string name)
    {
        var fields = new Fields();
        foreach (var (field, value) in typed.Where(one => one.Key != FormFlow.WhyField))
            fields[field] = value;
        if (fields[ChannelFields.Phone] is { } written)
        {
            if (TypedPhone.Of(written) is not { } phone)
                return ElementFields.Refused(snapshot, ChannelFields.Phone, NoNumber);
            fields[ChannelFields.Phone] = phone;
        }

        if (!Checks.Note(fields, ElementFields.Of(path, snapshot), ChannelFields.Mark, name))
            return ElementFields.Refused(snapshot, $"{ChannelFields.Mark}.how.ru", Checks.NoHow);
        foreach (var (list, key) in ChannelFields.Named)
        {
            foreach (var i in ElementFields.PlacesIn(fields, list))
            {
                fields[$"{list}[{i}].reference"] ??= Provenance.Editorial;
                if (key.Length > 0)
                    fields[$"{list}[{i}].{key}"] ??= $"{list}-{i + 1}";
            }
        }

        var whole = ElementFields.Whole(fields, path.Type);
        return Elements.At(path, snapshot.Directory.Catalog) is null
            ? new Edit(EditKind.Patch, path, whole).On(snapshot, Preconditions.None)
            : new Edit(EditKind.Put, path, whole).On(snapshot, Preconditions.None);
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
