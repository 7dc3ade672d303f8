using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Features.Pages;
using ContactsApi.Features.Wording;
using ContactsApi.Serialization;

namespace ContactsApi.Features.Desk.Records;

/// <summary>The fields for all that the catalog says of a channel, but ranks and checks of statements, which disputes are settled by.</summary>
public sealed class ChannelFields(CatalogIndex index, Fields typed)
{
    public const string Phone = "address.phone", Mark = "address.verification";

    /// <summary>Lists whose items have a name of their own that nobody has to think of.</summary>
    public static IReadOnlyList<(string List, string Key)> Named { get; } = [("hours", "id"), ("answers", "id"), ("notices", "code"), ("notes", "")];

    private static readonly LocalizedText Section = new("Где это сказано", "Where it is said");

    private static readonly LocalizedText ToRemove = new("Убрать эту запись", "Remove this entry");

    private static readonly IReadOnlyList<(string Value, LocalizedText Name)> Kinds =
    [
        ("phone", new("телефон", "phone")), ("chat", new("чат", "chat")), ("form", new("форма", "form")), ("email", new("почта", "e-mail")), ("fax", new("факс", "fax")),
        ("messenger", new("мессенджер", "messenger")), ("social", new("соцсеть", "social network")), ("app", new("приложение", "app")),
        ("self-service", new("страница с ответами", "page of answers")), ("office", new("офис", "office")),
    ];

    private static readonly IReadOnlyList<(string Value, LocalizedText Name)> Modes =
    [
        ("live", new("человек, сразу", "a person, now")), ("automated", new("автомат", "a robot or a page")), ("message", new("человек, позже", "a person, later")),
        ("in-person", new("на месте", "in person")),
    ];

    private static readonly IReadOnlyList<(string Value, LocalizedText Name)> States = Choices<HoursState>(HoursWords.Of);

    private static readonly IReadOnlyList<(string Value, LocalizedText Name)> Segments = Choices<Segment>(PageWords.Of);

    private IReadOnlyList<(string Value, LocalizedText Name)> References { get; } =
        [(Provenance.Editorial, new("наше решение", "our own decision")), .. index.Sections.Keys.Order(StringComparer.Ordinal).Select(one => (one, new LocalizedText($"раздел {one}", $"section {one}")))];

    private IReadOnlyList<(string Value, LocalizedText Name)> Schedules { get; } = [.. index.Catalog.Schedules.Select(one => (one.Id, one.Name))];

    private IReadOnlyList<(string Value, LocalizedText Name)> Channels { get; } = [.. index.Catalog.Channels.Select(one => (one.Id, one.Name))];

    public IReadOnlyList<FieldGroup> Groups =>
    [
        new(
            new("Адрес и название", "Address and name"),
            [
                new(Phone, new("Телефон с кодом", "Phone with its code"), FieldLook.Phone),
                new("address.uri", new("Ссылка или адрес почты (mailto:…)", "Link, or e-mail (mailto:…)")),
                .. FormField.InBoth("address.display", "Адрес словами", "Address in words"),
                .. FormField.InBoth("name", "Название", "Name"),
                .. FormField.InBoth("description", "Описание", "Description", FieldLook.Lines),
            ],
            IsOpen: true) { Name = "address" },
        new(new("Проверка адреса", "A check of the address"), Checks.FieldsOf(Mark)) { Name = Mark },
        new(new("Темы, с которыми помогают (ни одной: со всеми)", "Topics served (none: all)"), [.. index.Catalog.Topics.Select(one => Said($"restrictions.topics.{one.Id}", one.Name))]) { Name = "restrictions.topics" },
        new(
            new("Стоимость", "Cost"),
            [.. FormField.InBoth("cost.text", "Сколько стоит", "What it costs", FieldLook.Lines), Said("cost.reference", Section), new("cost.saysFree", new("Источник называет бесплатным", "The source calls it free"), FieldLook.Tick)]) { Name = "cost" },
        new(new("Языки", "Languages"), [Said("languages.ru", new("Русский", "Russian")), Said("languages.en", new("Английский", "English"))]),
        .. Items("notices", "Предупреждение", "Notice", at =>
        [
            .. FormField.InBoth($"{at}.text", "Текст", "Text", FieldLook.Lines), Said($"{at}.reference", Section),
            new($"{at}.when", new("Когда показывать (ничего: всегда)", "When to show it (none: always)"), FieldLook.Some) { Choices = States },
            new($"{at}.code", new("Код (можно не писать)", "Code (may be left out)")),
        ]),
        .. Items("notes", "Пояснение", "Note", at =>
        [
            .. FormField.InBoth($"{at}.text", "Текст", "Text", FieldLook.Lines), Said($"{at}.reference", Section),
            new($"{at}.when", new("Когда показывать (ничего: всегда)", "When to show it (none: always)"), FieldLook.Some) { Choices = States },
        ]),
        new(
            new("Кому и чем помогают", "Whom they help, and how"),
            [
                .. Segments.Select(one => new FormField($"priority.{one.Value}", new($"Очередь: {one.Name.Ru} (меньше — раньше, пусто — не обслуживают)", $"Order: {one.Name.En} (lower goes first, empty: not served)"), FieldLook.Number)),
                .. Choices<Capability>(PageWords.Of).Select(one => Said($"capabilities.{one.Value}", one.Name)),
                Said("restrictions.urgentOnly", new("Только для срочных обращений", "For urgent requests only")),
                new("kind", new("Вид", "Kind"), FieldLook.One) { Choices = Kinds },
                new("mode", new("Кто отвечает", "Who answers"), FieldLook.One) { Choices = Modes },
            ]) { Name = "priority" },
        new(new("Регионы (ни одного: все)", "Regions (none: all)"), [.. index.Catalog.Regions.Select(one => Said($"restrictions.regions.{one.Code}", one.Name))]) { Name = "restrictions.regions" },
        .. Items("hours", "Часы", "Hours", at =>
        [
            new($"{at}.schedule", new("Часы", "Hours"), FieldLook.One) { Choices = Schedules },
            new($"{at}.outside", new("Что вне этих часов", "Outside these hours"), FieldLook.One) { Choices = [("recorded", new("запишут и ответят в рабочий день", "recorded, answered on a working day"))] },
            .. Statement(at),
        ]),
        .. Items("answers", "Срок ответа", "Answer time", at =>
        [
            new($"{at}.within", new("Не позже чем через (PT5M — пять минут, PT24H — сутки)", "Within (PT5M is five minutes, PT24H a day)")),
            new($"{at}.workingHours", new("или рабочих часов", "or working hours"), FieldLook.Number),
            new($"{at}.byEndOfWorkingDay", new("или до конца рабочего дня", "or by the end of the working day"), FieldLook.Tick),
            new($"{at}.approximate", new("Примерно", "About"), FieldLook.Tick),
            new($"{at}.inside", new("Только в часы", "Only during"), FieldLook.One) { Choices = Schedules },
            new($"{at}.outside", new("Только вне часов", "Only outside"), FieldLook.One) { Choices = Schedules },
            .. Statement(at),
        ]),
        new(
            new("Ссылки и соседи", "Links and neighbours"),
            [
                new("address.links.web", new("Прямая ссылка", "Direct link")), new("address.links.android", new("Прямая ссылка, Android", "Direct link, Android")), new("address.links.ios", new("Прямая ссылка, iOS", "Direct link, iOS")),
                new("desk", new("Кто отвечает: общее имя у каналов одних людей", "Desk: one name for channels of the same people")),
                new("through", new("Только через канал", "Only through the channel"), FieldLook.One) { Choices = Channels },
                new("statementsOf", new("Часы и сроки как у канала", "Hours and answer times as those of"), FieldLook.One) { Choices = Channels },
                new("timeZone", new("Часовой пояс часов (пусто: московский)", "Time zone of the hours (empty: Moscow's)")),
                new("references", new("Разделы о канале, через пробел", "Sections about it, with spaces between")),
            ]),
    ];

    /// <summary>What people call every field.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Labels => FieldGroup.LabelsOf(Groups);

    private FormField Said(string name, LocalizedText label) => new(name, label, FieldLook.One) { Choices = References };

    private IEnumerable<FormField> Statement(string at) =>
    [
        Said($"{at}.reference", Section),
        new($"{at}.segments", new("О ком (никто: обо всех)", "Of whom (none: everybody)"), FieldLook.Some) { Choices = Segments },
        .. FormField.InBoth($"{at}.note", "Примечание", "Note"),
        new($"{at}.id", new("Имя записи (можно не писать)", "Name of the entry (may be left out)")),
    ];

    /// <summary>A group for each item that there is, and one for another.</summary>
    private IEnumerable<FieldGroup> Items(string list, string ru, string en, Func<string, IEnumerable<FormField>> fields)
    {
        var places = ElementFields.PlacesIn(typed, list);
        var next = places.Count == 0 ? 0 : places[^1] + 1;
        return
        [
            .. places.Select(i => new FieldGroup(
                new($"{ru} {i + 1}", $"{en} {i + 1}"), [.. fields($"{list}[{i}]"), new($"{list}[{i}].{ElementFields.RemovedField}", ToRemove, FieldLook.Tick)]) { Name = $"{list}[{i}]" }),
            new(new($"{ru}: добавить", $"{en}: add one"), [.. fields($"{list}[{next}]")]) { Name = $"{list}[{next}]" },
        ];
    }

    private static IReadOnlyList<(string Value, LocalizedText Name)> Choices<T>(Func<T, LocalizedText> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (EnumNames<T>.Of(value), name(value)))];
}
