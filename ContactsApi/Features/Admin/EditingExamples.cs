namespace ContactsApi.Features.Admin;

/// <summary>Elements of the catalog as stewards write them, for the published contract. A test sends each of them.</summary>
public static class EditingExamples
{
    public const string Channel =
        """
        {
          "id": "hotline", "kind": "phone", "mode": "live", "name": { "ru": "Горячая линия", "en": "Hotline" },
          "description": { "ru": "Отвечает оператор.", "en": "An operator answers." }, "address": { "phone": "+78005553535" },
          "priority": { "individual": 10 }, "capabilities": { "voice": "1.1" }, "languages": { "ru": "1.1" }, "references": ["1.1"],
          "hours": [{ "id": "hours-1.1", "schedule": "H-247", "reference": "1.1" }],
          "answers": [{ "id": "answer-3.2", "within": "PT5M", "approximate": true, "reference": "3.2" }]
        }
        """;

    public const string Schedule =
        """
        {
          "id": "H-0820", "name": { "ru": "ежедневно 08:00–20:00", "en": "every day 08:00–20:00" },
          "hours": { "workday": ["08:00-20:00"], "saturday": ["08:00-20:00"], "sunday": ["08:00-20:00"], "holiday": ["08:00-20:00"] }
        }
        """;

    public const string Topic =
        """
        {
          "id": "sms-code", "name": { "ru": "Не приходит код по СМС", "en": "The SMS code does not arrive" },
          "marks": ["cannot-sign-in"], "references": ["4.1"],
          "steps": [{ "reference": "4.1", "text": { "ru": "Проверьте номер в профиле.", "en": "Check the number in your profile." } }]
        }
        """;

    public const string Region =
        """{ "code": "RU-SPE", "name": { "ru": "Санкт-Петербург", "en": "Saint Petersburg" }, "timeZone": "Europe/Moscow" }""";

    public const string Office =
        """
        {
          "id": "spb-nevsky",
          "region": "RU-SPE",
          "name": { "ru": "Офис на Невском", "en": "Office on Nevsky" },
          "address": { "postal": { "ru": "Невский проспект, 1", "en": "1 Nevsky Prospekt" }, "phone": "+78120000000" },
          "hours": [{ "id": "hours", "schedule": "H-GRAPH", "reference": "operator" }]
        }
        """;

    public const string Year =
        """
        {
          "year": 2026,
          "decree": { "ru": "Постановление от 24.09.2025 № 1466", "en": "Government Decree No. 1466 of 24 September 2025" },
          "days": [{ "date": "2026-01-09", "movedFrom": "2026-01-03" }]
        }
        """;

    public const string Preparation =
        """
        {
          "id": "email-subject", "for": { "kinds": ["email"] }, "reference": "1.4",
          "text": { "ru": "Номер обращения, если вы его знаете.", "en": "The number of your request, if you know it." }
        }
        """;

    public const string NextStep =
        """
        {
          "id": "chat-to-phone", "for": { "kinds": ["chat"], "modes": ["live"] }, "after": "PT10M",
          "then": { "kinds": ["phone"], "modes": ["live"] }, "reference": "3.2",
          "text": { "ru": "Если в чате не ответили, позвоните.", "en": "If nobody answers in the chat, call." },
          "otherwise": { "ru": "Если в чате не ответили, подождите ещё.", "en": "If nobody answers in the chat, wait a little longer." }
        }
        """;

    public const string Override =
        """
        {
          "id": "hotline-new-year", "channelId": "hotline", "from": "2026-12-31", "to": "2027-01-01", "windows": ["10:00-16:00"],
          "reason": { "ru": "Новогодние часы", "en": "New Year hours" }
        }
        """;

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

    public const string HoursStatement = """{ "id": "hours-3.1", "schedule": "H-GRAPH", "reference": "3.1" }""";

    public const string AnswerStatement = """{ "id": "answer-3.3", "within": "PT30S", "reference": "3.3" }""";

    public const string Source =
        """
        {
          "title": { "ru": "Контакты центра поддержки", "en": "Contacts of the support centre" },
          "sections": [{ "reference": "1.1", "title": { "ru": "Телефон", "en": "Phone" } }]
        }
        """;

    public const string Statute =
        """
        {
          "reference": { "ru": "Трудовой кодекс, статья 112", "en": "Labour Code, article 112" },
          "holidays": [{ "date": "01-01", "name": { "ru": "Новый год", "en": "New Year" } }]
        }
        """;
}
