using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
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

    private const string Phone = "address.phone", Mark = "verification";

    /// <summary>An address is written in one of these ways.</summary>
    private const string Parts = "address.parts.", OneLine = "address.postal.";

    private static readonly FieldGroup Place = new(
        new("Офис", "Office"),
        [
            new("region", new("Регион", "Region"), FieldLook.One),
            .. FormField.InBoth("name", "Название", "Name"),
            new($"{Parts}postalCode", new("Индекс", "Postal code")),
            .. FormField.InBoth($"{Parts}addressRegion", "Область или край, если нужны в письме,", "Oblast or krai, if a letter needs it,"),
            .. FormField.InBoth($"{Parts}addressLocality", "Город", "Town"),
            .. FormField.InBoth($"{Parts}streetAddress", "Улица и дом", "Street and house"),
            new(Phone, new("Телефон с кодом", "Phone with its code"), FieldLook.Phone),
            new("address.uri", new("Сайт", "Site")),
            new(ScheduleField, new("Часы", "Hours"), FieldLook.One),
            new("timeZone", new("Часовой пояс (пусто: как в регионе)", "Time zone (empty: that of the region)")),
        ],
        IsOpen: true) { Name = "address" };

    private static readonly FieldGroup Otherwise = new(
        new("Адрес одной строкой, если по частям не выходит", "The address on one line, if it cannot be taken apart"), [.. FormField.InBoth(OneLine.TrimEnd('.'), "Индекс, город, улица, дом", "House, street, town, postal code,")]);

    private static readonly FieldGroup Check = new(new("Проверка адреса", "A check of the address"), Checks.FieldsOf(Mark)) { Name = Mark };

    /// <summary>What a table may tell of an office.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Place.Fields.Concat(Otherwise.Fields).Select(one => one.Name)];

    private static readonly IReadOnlyDictionary<string, LocalizedText> Labels = FieldGroup.LabelsOf([Place, Otherwise, Check]);

    public static IReadOnlyList<FieldGroup> GroupsOf(Catalog catalog) =>
    [
        Place with
        {
            Fields =
            [
                .. Place.Fields.Select(one => one.Name switch
                {
                    "region" => one with { Choices = [.. catalog.Regions.Select(region => (region.Code, region.Name))] },
                    ScheduleField => one with { Choices = [.. catalog.Schedules.Select(schedule => (schedule.Id, schedule.Name))] },
                    _ => one,
                }),
            ],
        },
        Otherwise,
        Check,
    ];

    private static readonly Dictionary<string, LocalizedText> TableLabels = new()
    {
        [TableField] = new("Таблица", "The table"),
        ["offices"] = new("Последнее изменение офисов: ревизия", "The last change of offices: revision"),
    };

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/offices", (HttpContext context) => DeskRequest.Of(context).Show<OfficesView>(Title)).WithDeskQuery();
        group.MapGet("/offices/new", (HttpContext context) => FormFlow.Open(context, Add(context))).WithDeskQuery();
        group.MapPost("/offices/new", (HttpContext context, CatalogSnapshots _) => FormFlow.SendAsync(context, Add(context))).WithDeskQuery();
        group.MapGet("/offices/csv", (HttpContext context) => FormFlow.Open(context, Import)).WithDeskQuery();
        group.MapPost("/offices/csv", (HttpContext context, CatalogSnapshots _) => FormFlow.SendAsync(context, Import)).WithDeskQuery();
        group.MapGet("/office/{id}", (string id, HttpContext context) => FormFlow.Open(context, Edit(id, context))).WithDeskQuery();
        group.MapPost("/office/{id}", (string id, HttpContext context) => FormFlow.SendAsync(context, Edit(id, context))).WithDeskQuery();
        group.MapGet("/office/{id}/remove", (string id, HttpContext context) => FormFlow.Open(context, Remove(id))).WithDeskQuery();
        group.MapPost("/office/{id}/remove", (string id, HttpContext context) => FormFlow.SendAsync(context, Remove(id))).WithDeskQuery();
    }

    private static EditForm Add(HttpContext context) => new(
        new("Новый офис", "A new office"), typeof(OfficePart), Labels, _ => [], (typed, snapshot) => Put(FreeId(snapshot, typed["region"]), null, typed, snapshot, NameOf(context)), Address);

    private static EditForm Import { get; } = new(
        new("Офисы из таблицы", "Offices from a table"),
        typeof(OfficeTablePart),
        TableLabels,
        snapshot => new Fields { ["offices"] = snapshot.ChangedIn.Where(one => one.Key.Kind == "offices").Select(one => one.Value).DefaultIfEmpty().Max().ToString(System.Globalization.CultureInfo.InvariantCulture) },
        (typed, snapshot) => OfficeTable.On(snapshot, typed[TableField] ?? ""),
        Address) { TakesFiles = true };

    private static EditForm Edit(string id, HttpContext context) => new(
        new("Офис", "Office"), typeof(OfficePart), Labels, snapshot => Find(snapshot, id) is { } office ? Shown(office, snapshot) : null,
        (typed, snapshot) => Put(id, Find(snapshot, id), typed, snapshot, NameOf(context)), Address);

    private static EditForm Remove(string id) => new(
        new("Убрать офис", "Remove an office"),
        typeof(OfficeRemovalPart),
        Labels,
        snapshot => Find(snapshot, id) is { } office ? Shown(office, snapshot) : null,
        (_, snapshot) => new Edit(EditKind.Delete, PathOf(id), null).On(snapshot, Preconditions.None),
        Address) { Button = new("Убрать", "Remove") };

    private static Fields Shown(Office office, CatalogSnapshot snapshot)
    {
        var fields = ElementFields.Of(PathOf(office.Id), snapshot, [.. Columns, .. Checks.NamesOf(Mark)])!;
        fields[ScheduleField] = office.Hours.Select(one => one.Schedule).FirstOrDefault();
        return fields;
    }

    /// <param name="known">As it is; nothing for a new one.</param>
    /// <param name="name">Of whoever checked the address, if somebody did.</param>
    private static EditedCatalog Put(string id, Office? known, Fields typed, CatalogSnapshot snapshot, string name)
    {
        if (typed[Phone] is { } written && TypedPhone.Of(written) is null)
            return ElementFields.Refused(snapshot, Phone, NoNumber);
        if (!Checks.Note(typed, known is null ? null : Shown(known, snapshot), Mark, name))
            return ElementFields.Refused(snapshot, $"{Mark}.how.ru", Checks.NoHow);
        var patch = PatchOf(typed, [.. Columns, .. Checks.NamesOf(Mark)], known);
        if (known is not null)
            return new Edit(EditKind.Patch, PathOf(id), patch).On(snapshot, Preconditions.None);
        patch["id"] = id;
        return new Edit(EditKind.Put, PathOf(id), MergePatch.Apply(null, patch)).On(snapshot, Preconditions.None);
    }

    /// <summary>What makes an office say what the fields hold. An address in parts takes the place of one on a line, and the other way round. Hours that stay the same keep what else is said of them.</summary>
    /// <param name="names">Of the fields that there are: what has none stays.</param>
    public static JsonObject PatchOf(Fields typed, IEnumerable<string> names, Office? known)
    {
        var fields = new Fields();
        foreach (var (name, value) in typed)
            fields[name] = name == Phone ? TypedPhone.Of(value) ?? value : value;
        var former = typed.Any(field => field.Key.StartsWith(Parts, StringComparison.Ordinal)) ? OneLine
            : typed.Any(field => field.Key.StartsWith(OneLine, StringComparison.Ordinal)) ? Parts : null;
        if (former is not null)
        {
            foreach (var name in Columns.Where(name => name.StartsWith(former, StringComparison.Ordinal)))
                fields[name] = null;
        }

        var patch = ElementFields.Patch(
            fields, names.Where(name => name != ScheduleField).Union(Columns.Where(name => former is not null && name.StartsWith(former, StringComparison.Ordinal))));
        var schedule = typed[ScheduleField];
        if (names.Contains(ScheduleField) && schedule != known?.Hours.Select(one => one.Schedule).FirstOrDefault())
            patch["hours"] = schedule is null ? null : new JsonArray(new JsonObject { ["id"] = "hours", ["schedule"] = schedule, ["reference"] = "operator" });
        return patch;
    }

    private static string NameOf(HttpContext context) => DeskRequest.Of(context).Key?.Name ?? "";

    private static Office? Find(CatalogSnapshot snapshot, string id) => snapshot.Directory.Catalog.Offices.FirstOrDefault(one => one.Id == id);

    private static string FreeId(CatalogSnapshot snapshot, string? region)
    {
        var taken = snapshot.Directory.Catalog.Offices.Select(one => one.Id).ToHashSet();
        var name = (region ?? "office").ToLowerInvariant();
        return Enumerable.Range(1, taken.Count + 1).Select(i => $"{name}-{i}").First(id => !taken.Contains(id));
    }

    private static ElementPath PathOf(string id) => new(CatalogPart.Named("offices"), id);
}
