using System.Text;

namespace ContactsApi.Tests.Support;

/// <summary>A request as an application gets it: the path decoded, the query string percent-encoded or meant to look so.</summary>
public sealed record RawRequest(string Method, string Path, string Query, string? AcceptLanguage)
{
    public override string ToString() => $"{Method} {Path}{Query} ({AcceptLanguage})";
}

/// <summary>Requests that are right, nearly right or nonsense.</summary>
public sealed class RandomRequests
{
    /// <summary>Values that mean something to a parameter, by its name.</summary>
    private static readonly Dictionary<string, string[]> Meant = new()
    {
        ["segment"] = ["individual", "legal-entity", "abroad"],
        ["timeZone"] = ["Europe/Moscow", "Asia/Calcutta", "America/New_York", "Australia/Lord_Howe", "UTC+03", "Etc/GMT-14"],
        ["at"] =
        [
            "2026-11-23T12:00:00+03:00", "2026-11-23T12:00:00", "2026-03-08T02:30:00", "2026-04-05T01:45:00", "2000-01-01T00:00:00Z",
            "2100-12-31T20:59:59.999999999Z", "2100-12-31T21:00:00Z", "2026-12-31T23:59Z", "9999-12-31T23:59:59-18:00", "-9998-01-01T00:00:00+18:00",
        ],
        ["language"] = ["ru", "en"],
        ["need"] = ["voice", "text", "attachments", "no-login", "free-of-charge", "human", "history"],
        ["topic"] = ["sms-code", "account-locked", "e-signature"],
        ["region"] = ["RU-SPE", "RU-KGD", "RU-ZZZ"],
        ["country"] = ["DE", "US", "RU", "AQ", "XK"],
        ["exclude"] = ["hotline", "portal-chat", "regional-office"],
        ["urgent"] = ["true", "false"],
        ["value"] = ["8 800 555-35-35", "https://gosuslugi.ru@example.com", "@a", "tel:", "mailto:a@b.c"],
        ["since"] = ["1", "2"],
        ["explain"] = ["true", "false"],
        ["kind"] = ["phone", "self-service", "office"],
        ["code"] = ["contradicting-hours", "unstated-days"],
        ["severity"] = ["error", "warning", "notice"],
        ["channel"] = ["hotline", "legal-northwest"],
        ["limit"] = ["1", "100", "101"],
        ["cursor"] = ["1", "9223372036854775807"],
        ["of"] = ["page", "tel", "vcard"],
        ["moduleSize"] = ["1", "8", "40"],
        ["sentAt"] = ["2026-11-23T12:00:00", "2000-01-01T00:00:00Z", "2100-12-31T20:59:59.999999999Z", "2026-10-25T02:30:00"],
        ["hours"] = ["18:00-22:00", "22:00-06:00", "00:00-24:00", "24:00-25:00"],
        ["weekday"] = ["monday", "sunday", "none"],
        ["length"] = ["PT15M", "PT4H", "PT0S", "P1Y"],
        ["days"] = ["1", "31", "32"],
        ["from"] = ["2026-11-23", "2026-12-28", "2000-01-01", "2026-11-23T00:00:00"],
        ["to"] = ["2026-11-29", "2027-01-10", "2100-12-31", "2026-11-30T00:00:00"],
    };

    private static readonly string[] AllMeant = [.. Meant.Values.SelectMany(values => values)];

    private static readonly string[] Names = [.. Meant.Keys];

    private static readonly string[] Odd =
    [
        "", " ", "null", "0", "-1", "True", "colour", "segment[]", "Segment", "ИНДИВИДУАЛ", "ﷺ", "👩‍👩‍👧", "\u202Eabc", "a\u0301", "a\tb", "x\r\ny",
        "../../etc/passwd", "'; drop table revisions --", "<script>", "{}", "\\", "\"", "%", "%zz", "%FF%FE", "%E2%82", "%00", "%ED%A0%80", "+", "a=b",
        new('a', 100), new('a', 101), new('я', 5000), string.Concat(Enumerable.Repeat("😀", 60)),
        "a" + string.Concat(Enumerable.Repeat("😀", 60)),
    ];

    /// <summary>These are for people, and say on themselves what is wrong with a request.</summary>
    public static readonly string[] Pages = ["/", "/calendar", "/quality", "/history", "/poster", "/widget", "/status", "/correction", "/check"];

    private static readonly string[] Ids = ["hotline", "portal-chat", "telegram", "legal-fax", "abroad-main", "regional-office"];

    private readonly Random random = Seed.Random();

    public RawRequest Next() => new(
        OneIn(12) ? Any("POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "BREW") : "GET",
        Path(),
        Query(),
        Any(null, "en", "ru", "en-GB;q=0.3, *", ";q=", "*;q=0", "ru;q=0, *;q=1", Any(Odd)));

    private string Path() => random.Next(10) switch
    {
        0 or 1 or 2 => "/v1/best-channel",
        3 => $"/v1/channels/{Id()}/schedule",
        4 => $"/v1/channels/{Id()}/{Any("availability", "availability", "opening-hours", "schedule.ics", "contact-point.jsonld", "contact.vcf", "qr.svg", "qr.png")}",
        5 => $"/v1/channels/{Id()}",
        6 => "/v1/channels",
        7 => $"/v1/calendar/{(OneIn(3) ? Any(Odd) : Any("2026", "2100", "1999", "99999999999"))}",
        8 => $"/v1/calendar/days/{(OneIn(3) ? Any(Odd) : Any(AllMeant))}",
        _ => Any($"/v1/regions/{(OneIn(3) ? Any(Odd) : Any(Meant["region"]))}", "/v1/regions", "/v1/topics", "/v1/due", "/v1/due.ics", "/v1/slots", "/v1/slots", "/v1/contacts/check", "/v1/copy", $"/v1/topics/{(OneIn(3) ? Any(Odd) : Any(Meant["topic"]))}", "/v1/transitions", "/v1/transitions.ics", "/v1/contact-points.jsonld", "/v1/quality", Any(Pages), "/widget.js", $"/assets/{Any(Odd)}/page.css", "/v1/corrections/K7QM-4TZP-W2XD", "/v1/admin/corrections", $"/v1/corrections/{Any(Odd)}", "/health/live", "/health/ready", "/openapi.yaml", "/v1", "/v1//channels", "/V1/BEST-CHANNEL", $"/{Any(Odd)}", $"/v1/{Any(Odd)}/{Any(Odd)}"),
    };

    private string Id() => OneIn(4) ? Any(Odd) : Any(Ids);

    private string Query()
    {
        if (OneIn(10))
            return "";
        var query = new StringBuilder("?");
        if (!OneIn(4))
            query.Append("segment=").Append(Any(Meant["segment"]));
        for (var i = random.Next(4); i > 0; i--)
        {
            var name = OneIn(12) ? Any(Odd) : Any(Names);
            query.Append('&').Append(Encoded(name));
            if (!OneIn(30))
                query.Append('=').Append(Encoded(Value(name)));
        }

        return OneIn(30) ? query.Append(Any("&", "&&=", "?", "=", "#x")).ToString() : query.ToString();
    }

    private string Value(string name)
    {
        if (OneIn(8))
            return Any(Odd);
        var value = Any(Meant.GetValueOrDefault(name, AllMeant));
        return random.Next(15) switch
        {
            0 => value.ToUpperInvariant(),
            1 => value + " ",
            2 => value[..^1],
            3 => Any(AllMeant),
            _ => value,
        };
    }

    /// <summary>Now and then not encoded at all: what a careless client sends.</summary>
    private string Encoded(string text) => OneIn(6) ? text.Replace("&", "", StringComparison.Ordinal) : Uri.EscapeDataString(text);

    private bool OneIn(int many) => random.Next(many) == 0;

    private T Any<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
