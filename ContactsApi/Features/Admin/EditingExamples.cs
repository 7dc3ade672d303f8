using ContactsApi.Hosting;

namespace ContactsApi.Features.Admin;

/// <summary>Elements of the catalog as stewards write them, for the published contract. A test sends each of them.</summary>
public static class EditingExamples
{
    /// <summary>A line of its own, with all that a channel may have but the statements of another.</summary>
    public const string Channel =
        """
        {
          "id": "second-line", "kind": "phone", "mode": "live", "name": { "ru": "Вторая линия", "en": "Second line" },
          "description": { "ru": "Оператор отвечает по техническим вопросам.", "en": "An operator answers technical questions." },
          "address": {
            "phone": "+78005550100",
            "verification": {
              "outcome": "verified", "date": "2026-11-20", "by": "Anna",
              "how": { "ru": "Позвонили, ответил оператор.", "en": "Called, an operator answered." }
            }
          },
          "timeZone": "Europe/Moscow", "priority": { "individual": 12, "legal-entity": 12 },
          "capabilities": { "voice": "editorial", "no-login": "editorial", "free-of-charge": "editorial", "human": "editorial" },
          "languages": { "ru": "editorial", "en": "editorial" },
          "restrictions": { "topics": { "technical-failure": "4.3" } }, "references": ["4.3"],
          "hours": [{ "id": "hours-editorial", "schedule": "H-GRAPH", "reference": "editorial" }],
          "answers": [{ "id": "answer-1.3", "within": "PT5M", "approximate": true, "reference": "1.3" }],
          "cost": { "text": { "ru": "Звонок бесплатный.", "en": "The call is free." }, "reference": "editorial" },
          "notices": [{
            "code": "voice-menu", "reference": "editorial", "when": ["open"],
            "text": { "ru": "Сначала отвечает голосовое меню.", "en": "A voice menu answers first." }
          }]
        }
        """;

    public const string Schedule =
        """
        {
          "id": "H-1018", "name": { "ru": "по рабочим дням 10:00–14:00 и 15:00–18:00, по субботам 10:00–15:00",
            "en": "on working days 10:00–14:00 and 15:00–18:00, on Saturdays 10:00–15:00" },
          "hours": { "workday": ["10:00-14:00", "15:00-18:00"], "saturday": ["10:00-15:00"], "sunday": [], "holiday": [] }
        }
        """;

    public const string Topic =
        """
        {
          "id": "photo-upload", "name": { "ru": "Не загружается фотография", "en": "A photo does not upload" },
          "marks": ["needs-human"], "references": ["4.1"],
          "steps": [{
            "reference": "editorial", "text": { "ru": "Сохраните снимок в JPEG и загрузите ещё раз.", "en": "Save the photo as JPEG and upload it again." }
          }]
        }
        """;

    public const string Region =
        """{ "code": "RU-SPE", "name": { "ru": "Санкт-Петербург", "en": "Saint Petersburg" }, "timeZone": "Europe/Moscow" }""";

    public const string Office =
        """
        {
          "id": "spb-nevsky", "region": "RU-SPE", "name": { "ru": "Офис на Невском", "en": "Office on Nevsky" },
          "address": {
            "postal": { "ru": "191186, Санкт-Петербург, Невский проспект, 1", "en": "1 Nevsky Prospekt, Saint Petersburg 191186" },
            "phone": "+78120000000"
          },
          "hours": [{ "id": "hours", "schedule": "H-GRAPH", "reference": "operator" }]
        }
        """;

    public const string Organization =
        """{ "legalName": { "ru": "Автономная организация «Пример»", "en": "Example Autonomous Organisation" } }""";

    public const string Year =
        """
        {
          "year": 2026,
          "decree": { "ru": "Постановление Правительства РФ от 24.09.2025 № 1466", "en": "Government Decree No. 1466 of 24 September 2025" },
          "days": [
            { "date": "2026-01-09", "movedFrom": "2026-01-03" }, { "date": "2026-03-09", "movedFrom": "2026-03-08" },
            { "date": "2026-04-30", "shortened": true }, { "date": "2026-05-08", "shortened": true },
            { "date": "2026-05-11", "movedFrom": "2026-05-09" }, { "date": "2026-06-11", "shortened": true },
            { "date": "2026-11-03", "shortened": true }, { "date": "2026-12-31", "movedFrom": "2026-01-04" }
          ]
        }
        """;

    public const string RegionalHolidays =
        """
        {
          "code": "RU-STA", "law": { "ru": "Закон Ставропольского края о Радонице", "en": "Law of Stavropol Krai on Radonitsa" },
          "source": "https://example.org/radonitsa", "since": 2026, "movesFromWeekend": false,
          "holidays": [{
            "name": { "ru": "Радоница", "en": "Radonitsa" }, "feast": "radonitsa",
            "announced": [{ "from": "2026-04-21", "act": { "ru": "Закон края", "en": "The law of the krai" } }]
          }]
        }
        """;

    public const string Preparation =
        """
        {
          "id": "fax-cover", "for": { "kinds": ["fax"], "modes": ["message"] }, "segments": ["legal-entity"], "reference": "editorial",
          "text": { "ru": "Титульный лист с названием организации.", "en": "A cover sheet with the name of the organisation." }
        }
        """;

    public const string NextStep =
        """
        {
          "id": "form-to-phone", "for": { "kinds": ["form"], "modes": ["message"] }, "segments": ["individual"], "after": "PT24H",
          "then": { "kinds": ["phone"], "modes": ["live"] }, "reference": "editorial",
          "text": { "ru": "Если за сутки не ответили, позвоните.", "en": "If nobody answers within a day, call." },
          "otherwise": { "ru": "Если за сутки не ответили, подождите ещё.", "en": "If nobody answers within a day, wait a little longer." }
        }
        """;

    public const string Override =
        """
        {
          "id": "hotline-new-year", "channelId": "hotline", "from": "2026-12-31", "to": "2027-01-01", "windows": ["10:00-16:00"],
          "reason": { "ru": "Новогодние часы", "en": "New Year hours" }
        }
        """;

    public static IReadOnlyList<DocumentedExample> OverridePatches { get; } =
    [
        new("Closed all day", """{ "windows": [] }"""),
        new("The same dates of every year", """{ "from": null, "to": null, "yearly": "12-31", "yearlyTo": "01-01" }"""),
    ];

    public const string Incident =
        """
        {
          "id": "hotline-2026-11-22", "channelId": "hotline", "start": "2026-11-22T00:00:00Z", "end": null,
          "reason": { "ru": "Авария у оператора связи", "en": "The carrier has an outage" }
        }
        """;

    /// <summary>An outage as it is announced: from now on, until it is given an end.</summary>
    public const string Announcement =
        """{ "channelId": "hotline", "reason": { "ru": "Авария у оператора связи", "en": "The carrier has an outage" } }""";

    public const string HoursStatement =
        """
        {
          "id": "hours-editorial", "schedule": "H-GRAPH", "segments": ["individual"], "rank": "preferred", "reference": "editorial",
          "note": { "ru": "Так сказали на линии.", "en": "The line said so." },
          "verification": {
            "outcome": "verified", "date": "2026-11-20", "by": "Anna",
            "how": { "ru": "Спросили оператора.", "en": "Asked an operator." }
          }
        }
        """;

    public const string AnswerStatement =
        """
        {
          "id": "answer-editorial", "within": "PT3M", "approximate": true, "inside": "H-GRAPH", "segments": ["individual"],
          "rank": "normal", "reference": "editorial", "note": { "ru": "По записям за неделю.", "en": "By the records of a week." }
        }
        """;

    /// <summary>Of the hotline, of which others show the number too.</summary>
    public static IReadOnlyList<DocumentedExample> ChannelPatches { get; } =
    [
        new("Another number", """{ "address": { "phone": "+78005550100" } }"""),
        new(
            "A page in place of a number",
            """
            {
              "address": {
                "phone": null, "uri": "https://www.gosuslugi.ru",
                "display": { "ru": "gosuslugi.ru, раздел «Помощь»", "en": "gosuslugi.ru, section “Help”" }
              }
            }
            """),
        new("Another name", """{ "name": { "ru": "Телефон поддержки", "en": "Support phone" } }"""),
        new("Other segments", """{ "priority": { "individual": 15, "legal-entity": null } }"""),
        new("Another capability", """{ "capabilities": { "history": "editorial", "free-of-charge": null }, "languages": { "en": null } }"""),
        new("Only for some", """{ "restrictions": { "topics": { "sms-code": "editorial" }, "regions": { "RU-SPE": "editorial" } } }"""),
        new(
            "A notice",
            """
            {
              "notices": [{
                "code": "long-queue", "reference": "editorial", "when": ["open", "disputed"],
                "text": { "ru": "Сейчас долгая очередь.", "en": "The queue is long now." }
              }]
            }
            """),
    ];

    public static IReadOnlyList<DocumentedExample> OfficePatches { get; } =
    [
        new(
            "Another address",
            """
            {
              "address": {
                "postal": { "ru": "191186, Санкт-Петербург, Невский проспект, 2", "en": "2 Nevsky Prospekt, Saint Petersburg 191186" },
                "phone": "+78120000001"
              }
            }
            """),
        new(
            "An address in parts",
            """
            {
              "address": {
                "postal": null,
                "parts": {
                  "postalCode": "191186", "addressLocality": { "ru": "Санкт-Петербург", "en": "Saint Petersburg" },
                  "streetAddress": { "ru": "Невский проспект, 2", "en": "2 Nevsky Prospekt" }
                }
              }
            }
            """),
        new("Other hours", """{ "hours": [{ "id": "hours", "schedule": "H-0820W", "reference": "operator" }] }"""),
        new("Another name", """{ "name": { "ru": "Офис на Невском проспекте", "en": "Office on Nevsky Prospekt" } }"""),
    ];

    public static IReadOnlyList<DocumentedExample> StatementPatches { get; } =
    [
        new("A dispute is settled", """{ "rank": "preferred" }"""),
        new("It holds for some", """{ "segments": ["individual"] }"""),
        new(
            "Somebody has asked",
            """
            {
              "verification": {
                "outcome": "disputed", "date": "2026-11-20", "by": "Anna",
                "how": { "ru": "Позвонили, ответ был другой.", "en": "Called, and heard otherwise." }
              }
            }
            """),
    ];
}
