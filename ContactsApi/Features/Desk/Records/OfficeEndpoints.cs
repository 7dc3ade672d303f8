using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Editing;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.Records;

/// <summary>Regional offices, one by one or many from a table.</summary>
public static class OfficeEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/offices";

    public const string ScheduleField = "schedule", TableField = "csv";

    private static readonly LocalizedText Title = new("Офисы", "Offices");

    private static readonly LocalizedText NoNumber = new("Это не номер телефона.", "This is no phone number.");

    public static IReadOnlyDictionary<string, LocalizedText> Labels { get; } = new Dictionary<string, LocalizedText>
    {
        ["region"] = new("Регион", "Region"),
        ["name.ru"] = new("Название по-русски", "Name in Russian"),
        ["name.en"] = new("Название по-английски", "Name in English"),
        ["address.postal.ru"] = new("Почтовый адрес по-русски: индекс, город, улица, дом", "Postal address in Russian"),
        ["address.postal.en"] = new("Почтовый адрес по-английски", "Postal address in English: house, street, town, postal code"),
        ["address.phone"] = new("Телефон с кодом", "Phone with its code"),
        ["address.uri"] = new("Сайт", "Site"),
        [ScheduleField] = new("Часы", "Hours"),
    };

    private static readonly Dictionary<string, LocalizedText> TableLabels = new()
    {
        [TableField] = new("Таблица", "The table"),
        ["offices"] = new("Последнее изменение офисов: ревизия", "The last change of offices: revision"),
    };

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/offices", (HttpContext context) => DeskRequest.Of(context).Show<OfficesView>(Title)).WithDeskQuery();
        group.MapGet("/offices/new", (HttpContext context) => FormFlow.Open(context, Add)).WithDeskQuery();
        group.MapPost("/offices/new", (HttpContext context, CatalogSnapshots _) => FormFlow.SendAsync(context, Add)).WithDeskQuery();
        group.MapGet("/offices/csv", (HttpContext context) => FormFlow.Open(context, Import)).WithDeskQuery();
        group.MapPost("/offices/csv", (HttpContext context, CatalogSnapshots _) => FormFlow.SendAsync(context, Import)).WithDeskQuery();
        group.MapGet("/office/{id}", (string id, HttpContext context) => FormFlow.Open(context, Edit(id))).WithDeskQuery();
        group.MapPost("/office/{id}", (string id, HttpContext context) => FormFlow.SendAsync(context, Edit(id))).WithDeskQuery();
        group.MapGet("/office/{id}/remove", (string id, HttpContext context) => FormFlow.Open(context, Remove(id))).WithDeskQuery();
        group.MapPost("/office/{id}/remove", (string id, HttpContext context) => FormFlow.SendAsync(context, Remove(id))).WithDeskQuery();
    }

    private static EditForm Add { get; } = new(
        new("Новый офис", "A new office"), typeof(OfficePart), Labels, _ => [], (typed, snapshot) => Put(FreeId(snapshot, typed["region"]), null, typed, snapshot), Address);

    private static EditForm Import { get; } = new(
        new("Офисы из таблицы", "Offices from a table"),
        typeof(OfficeTablePart),
        TableLabels,
        snapshot => new Fields { ["offices"] = snapshot.ChangedIn.Where(one => one.Key.Kind == "offices").Select(one => one.Value).DefaultIfEmpty().Max().ToString(System.Globalization.CultureInfo.InvariantCulture) },
        (typed, snapshot) => OfficeTable.On(snapshot, typed[TableField] ?? ""),
        Address) { TakesFiles = true };

    private static EditForm Edit(string id) => new(
        new("Офис", "Office"), typeof(OfficePart), Labels, snapshot => Find(snapshot, id) is { } office ? Shown(office, snapshot) : null,
        (typed, snapshot) => Put(id, Find(snapshot, id), typed, snapshot), Address);

    private static EditForm Remove(string id) => new(
        new("Убрать офис", "Remove an office"),
        typeof(OfficeRemovalPart),
        Labels,
        snapshot => Find(snapshot, id) is { } office ? Shown(office, snapshot) : null,
        (_, snapshot) => new Edit(EditKind.Delete, PathOf(id), null).On(snapshot, Preconditions.None),
        Address) { Button = new("Убрать", "Remove") };

    private static Fields Shown(Office office, CatalogSnapshot snapshot)
    {
        var fields = ElementFields.Of(PathOf(office.Id), snapshot, Labels.Keys)!;
        fields[ScheduleField] = office.Hours.Select(one => one.Schedule).FirstOrDefault();
        return fields;
    }

    /// <param name="known">As it is; nothing for a new one.</param>
    private static EditedCatalog Put(string id, Office? known, Fields typed, CatalogSnapshot snapshot)
    {
        if (typed["address.phone"] is { } written && TypedPhone.Of(written) is null)
            return ElementFields.Refused(snapshot, "address.phone", NoNumber);
        var patch = PatchOf(typed, Labels.Keys, known);
        if (known is not null)
            return new Edit(EditKind.Patch, PathOf(id), patch).On(snapshot, Preconditions.None);
        patch["id"] = id;
        return new Edit(EditKind.Put, PathOf(id), MergePatch.Apply(null, patch)).On(snapshot, Preconditions.None);
    }

    /// <summary>What makes an office say what the fields hold. Hours that stay the same keep what else is said of them.</summary>
    /// <param name="names">Of the fields that there are: what has none stays.</param>
    public static JsonObject PatchOf(Fields typed, IEnumerable<string> names, Office? known)
    {
        var fields = new Fields();
        foreach (var (name, value) in typed)
            fields[name] = name == "address.phone" ? TypedPhone.Of(value) ?? value : value;
        var patch = ElementFields.Patch(fields, Labels.Keys.Where(name => name != ScheduleField).Intersect(names));
        var schedule = typed[ScheduleField];
        if (names.Contains(ScheduleField) && schedule != known?.Hours.Select(one => one.Schedule).FirstOrDefault())
            patch["hours"] = schedule is null ? null : new JsonArray(new JsonObject { ["id"] = "hours", ["schedule"] = schedule, ["reference"] = "operator" });
        return patch;
    }

    private static Office? Find(CatalogSnapshot snapshot, string id) => snapshot.Directory.Catalog.Offices.FirstOrDefault(one => one.Id == id);

    private static string FreeId(CatalogSnapshot snapshot, string? region)
    {
        var taken = snapshot.Directory.Catalog.Offices.Select(one => one.Id).ToHashSet();
        var name = (region ?? "office").ToLowerInvariant();
        return Enumerable.Range(1, taken.Count + 1).Select(i => $"{name}-{i}").First(id => !taken.Contains(id));
    }

    private static ElementPath PathOf(string id) => new(CatalogPart.Named("offices"), id);
}
