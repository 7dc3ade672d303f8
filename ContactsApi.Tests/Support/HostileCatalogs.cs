using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Support;

/// <summary>Random catalogs that keep to the letter of every rule and to the spirit of none: the oddest texts, addresses, bounds and gaps.</summary>
public static class HostileCatalogs
{
    private static readonly Gen<string> Piece = Generators.OneOf(
        " ", "a", "Я", "é", "e\u0301\u0302\u0303", "😀", "👩‍👩‍👧", "ﷺ", "שלום", "\u200F", "\u200B", "\uFEFF", "\uE000", "\U000E0041", "<b>", "</script>", "<!--", "]]>", "&amp;", "&#0;",
        "\"", "'", "`", "\\", "\\n", "\\,", ";", ":", ",", "%", "%0D%0A", "%s", "{0}", "{{", "}}", "$&", "{/*plain*/}", "[/*schemes*/]", "@", "#", "--", "- ", "? ", "| ", "> ", "* ", "~",
        "BEGIN:VCARD", "END:VEVENT", "DTSTART:", "data: x", "javascript:alert(1)", "null", "true", "1e999", "2026-06-31", "8 800 555-35-35", "NaN");

    private static readonly Gen<string> Odd = Gen.Frequency(
        (8, Piece.Array[1, 6].Select(string.Concat)),
        (1, Gen.Int[1, 2].SelectMany(units => Generators.OneOf("я", "😀", "%", "\"").Select(one => string.Concat(Enumerable.Repeat(one, ContentRules.LongestLabel / units / one.Length))))));

    private static readonly Gen<LocalizedText> Label = Gen.Select(Odd, Odd, (ru, en) => new LocalizedText(Shown(ru), Shown(en)));

    /// <summary>Blank where no rule says that it may not be.</summary>
    private static readonly Gen<LocalizedText> MaybeBlank = Gen.Frequency((4, Label), (1, Gen.Const(new LocalizedText("", ""))), (1, Gen.Const(new LocalizedText(" ", "\u00A0"))));

    private static readonly Gen<LocalizedText> Long = Generators.OneOf("я", "😀", "слово ", "</p>", ",;\\").Select(one =>
        string.Concat(Enumerable.Repeat(one, ContentRules.LongestText / one.Length))).Select(text => new LocalizedText(text, text));

    private static readonly Gen<LocalizedText> Words = Gen.Frequency((6, Label), (1, Long));

    private static readonly Gen<string> Address = Generators.OneOf(
        "https://a", "http://a.b:1/?a=b&c=d#e", "https://xn--e1afmkfd.xn--p1ai/%00%0D%0A", "https://пример.рф/путь?а=б", "https://[::1]/", "https://a/;,'()*!$@~", "https://1",
        "HTTPS://A", "https://a/{0}".Replace("{0}", "😀"), "https://a/".PadRight(SafeLink.MaxLength, ','), "https://a/".PadRight(SafeLink.MaxLength, 'я'), "https://a:65535/..//..",
        "mailto:a@b", "mailto:%D0%BF@b?subject=%0D%0A", "mailto:я@пример.рф", "mailto:a+b=c'd@e", $"mailto:{new string('a', 64)}@{new string('b', 189)}", "MAILTO:a@b?", "mailto:%25@b",
        "tel:1", "tel:+7-(800);ext=1", "sms:+7?body=%0D%0A,;", "tg:", "tg://resolve?domain=a", "viber:x", "whatsapp://send?text=%00", "vk:..", "ok:,;:");

    private static readonly Gen<ChannelAddress?> AnyAddress =
        from form in Gen.Int[0, 5]
        from phone in Generators.OneOf("+78005553535", "+7000000", "+999999999999999", "+1234567", "+77077777777", "+390612345678")
        from uri in Address
        from display in MaybeBlank
        from mark in Mark
        select form switch
        {
            0 => null,
            1 or 2 => new ChannelAddress { Phone = phone, Verification = mark },
            3 => new ChannelAddress { Display = display, Verification = mark },
            4 => new ChannelAddress { Uri = new(uri, UriKind.RelativeOrAbsolute), Display = display, Verification = mark },
            _ => new ChannelAddress { Display = display, Links = new() { Web = new(uri, UriKind.RelativeOrAbsolute), Ios = new(uri, UriKind.RelativeOrAbsolute) } },
        };

    private static Gen<Verification?> Mark =>
        from outcome in Generators.OneOf<VerificationOutcome?>(null, VerificationOutcome.Verified, VerificationOutcome.Disputed)
        from date in Generators.OneOf(new LocalDate(2026, 11, 20), LocalDate.MinIsoValue, LocalDate.MaxIsoValue)
        from steward in Odd
        from how in Label
        select outcome is { } marked ? new Verification(marked, date, Shown(steward), how) : null;

    private static readonly Gen<string> Reference = Generators.OneOf("1.1", Provenance.Editorial);

    private static readonly Gen<string> Schedule = Generators.OneOf(SmallCatalog.CallCentre, "always", "never", "odd");

    private static readonly Gen<IReadOnlyList<Segment>> SomeSegments =
        Generators.OneOf<IReadOnlyList<Segment>>([], [Segment.Individual], [Segment.Abroad, Segment.Abroad], [Segment.LegalEntity, Segment.Individual, Segment.Abroad]);

    private static readonly Gen<HoursStatement> Hours =
        from schedule in Schedule
        from reference in Reference
        from segments in SomeSegments
        from rank in Generators.OneOf(Enum.GetValues<Rank>())
        from note in Generators.OneOf(true, false).SelectMany(noted => noted ? MaybeBlank.Select(text => (LocalizedText?)text) : Gen.Const((LocalizedText?)null))
        from mark in Mark
        from recorded in Gen.Bool
        select new HoursStatement("h", schedule, reference)
        {
            Segments = segments, Rank = rank, Note = note, Verification = mark, Outside = recorded ? OutsideHandling.Recorded : null,
        };

    private static readonly Gen<AnswerStatement> Answers =
        from form in Gen.Int[0, 3]
        from within in Generators.OneOf(Duration.Zero, Duration.Epsilon, Duration.FromDays(400), Duration.FromSeconds(30), Duration.FromHours(24))
        from hours in Generators.OneOf(1, 8, 1000)
        from condition in Gen.Int[0, 2]
        from schedule in Schedule
        from segments in SomeSegments
        from rank in Generators.OneOf(Enum.GetValues<Rank>())
        select new AnswerStatement("a", "1.1")
        {
            Within = form < 2 ? within : null,
            WorkingHours = form == 2 ? hours : null,
            ByEndOfWorkingDay = form == 3,
            Inside = condition == 1 ? schedule : null,
            Outside = condition == 2 ? schedule : null,
            Segments = segments,
            Rank = rank,
        };

    private static readonly Gen<Channel> AnyChannel =
        from kind in Generators.OneOf(Enum.GetValues<ChannelKind>())
        from mode in Generators.OneOf(Enum.GetValues<Mode>())
        from texts in Gen.Select(MaybeBlank, MaybeBlank, Words)
        from address in AnyAddress
        from priority in Generators.OneOf(int.MinValue, -1, 0, 10, int.MaxValue).Array[3]
        from served in Gen.Int[1, 7]
        from capabilities in Generators.OneOf(Enum.GetValues<Capability>()).HashSet[0, 7]
        from languages in Generators.OneOf(Enum.GetValues<Language>()).HashSet[0, 2]
        from references in Gen.Select(Reference, Reference)
        from restricted in Gen.Int[0, 7]
        from zone in Generators.OneOf(null, null, "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Monrovia", "Etc/GMT-14")
        from hours in Hours.List[0, 4]
        from answers in Answers.List[0, 3]
        from notices in Gen.Select(Generators.OneOf("a-notice", "", " ", "<b>", "8"), Words).List[0, 2]
        from costs in Gen.Bool
        select new Channel("c", kind, mode, texts.Item1, texts.Item2)
        {
            Address = address,
            Priority = Enum.GetValues<Segment>().Where(segment => (served & (1 << (int)segment)) != 0).ToDictionary(segment => segment, segment => priority[(int)segment]),
            Capabilities = capabilities.ToDictionary(one => one, _ => references.Item1),
            Languages = languages.ToDictionary(one => one, _ => references.Item2),
            Restrictions = new()
            {
                UrgentOnly = restricted == 1 ? "1.1" : null,
                Topics = restricted == 2 ? new Dictionary<string, string> { ["topic"] = "1.1" } : new(),
                Regions = restricted == 3 ? new Dictionary<string, string> { ["RU-PRI"] = "1.1" } : new(),
            },
            References = [references.Item1],
            TimeZone = zone,
            Hours = [.. hours.Select((one, i) => one with { Id = $"h{i}" })],
            Answers = [.. answers.Select((one, i) => one with { Id = $"a{i}" })],
            Cost = costs && !string.IsNullOrWhiteSpace(texts.Item3.Ru) ? new(texts.Item3, "1.1") : null,
            Notices = [.. notices.Select(notice => new Notice(notice.Item1, "1.1", notice.Item2))],
        };

    private static readonly Gen<Office> AnyOffice =
        from name in Label
        from postal in Words
        from phone in Generators.OneOf(null, "+78005553535", "+7000000")
        from uri in Address
        from linked in Gen.Bool
        from zone in Generators.OneOf(null, "America/New_York", "Asia/Kathmandu")
        from mark in Mark
        from hours in Hours.List[0, 3]
        select new Office("o", "RU-PRI", name, new(postal) { Phone = phone, Uri = linked ? new(uri, UriKind.RelativeOrAbsolute) : null })
        {
            TimeZone = zone, Verification = mark, Hours = [.. hours.Select((one, i) => one with { Id = $"h{i}", Reference = Provenance.Operator })],
        };

    private static readonly Gen<ChannelSelection> Selection =
        from kinds in Generators.OneOf(Enum.GetValues<ChannelKind>()).List[0, 3]
        from modes in Generators.OneOf(Enum.GetValues<Mode>()).List[0, 2]
        select new ChannelSelection { Kinds = kinds, Modes = modes };

    public static Gen<Catalog> Any { get; } =
        from channels in AnyChannel.List[0, 5]
        from doors in Gen.Bool
        from offices in AnyOffice.List[0, 2]
        from labels in Label.Array[5]
        from texts in Words.Array[8]
        from holidays in Gen.Int[0, 366]
        from years in Generators.OneOf<int[]>([], [2026], [2000, 2026, 2027, 2100])
        from odd in Generators.Hours
        from overridden in Generators.OneOf(0, 1, 400)
        from instants in Generators.OneOf<(Instant, Instant?)>(
            (Instant.FromUtc(2000, 1, 1, 0, 0), null), (Instant.FromUtc(2026, 11, 22, 0, 0), Instant.FromUtc(2100, 12, 31, 23, 59)), (Instant.FromUtc(2026, 11, 21, 0, 0), Instant.FromUtc(2026, 11, 22, 0, 0)))
        from selection in Selection.Array[3]
        from reference in Generators.OneOf("1.1", "", " ", "<b>", "раздел")
        select Of(channels, doors, offices, labels, texts, holidays, years, odd, overridden, instants, selection, reference);

    private static Catalog Of(
        List<Channel> channels, bool doors, List<Office> offices, LocalizedText[] labels, LocalizedText[] texts, int holidays, int[] years, WeeklyHours odd, int overridden, (Instant Start, Instant? End) outage,
        ChannelSelection[] selection, string reference)
    {
        List<Channel> named = [.. channels.Select((channel, i) => channel with { Id = $"c{i}" })];
        if (doors && named is [var first, .., var last])
            named[^1] = last with { Hours = [], Answers = [], StatementsOf = first.Id };
        return SmallCatalog.Of(named).With("odd", odd) with
        {
            Source = new(labels[0], [new("1.1", labels[1]), new(reference == "1.1" ? "1.2" : reference, labels[2])]),
            Topics = [new("topic", labels[3]) { Marks = [TopicMark.CannotSignIn, TopicMark.NeedsHuman], References = [reference == "1.1" ? "1.2" : reference] }],
            Statute = new(texts[4], [.. Enumerable.Range(0, holidays).Select(day => new LocalDate(2024, 1, 1).PlusDays(day)).Select(date => new StatutoryHoliday(new(date.Month, date.Day), labels[4]))]),
            Years = [.. years.Select(year => new DecreeYear(year, texts[6]) { Days = [new(new(year, 1, 1))], NonWorking = [new(new(year, 1, 1), new(year, 12, 31), texts[7])] })],
            Offices = [.. offices.Select((office, i) => office with { Id = $"o{i}" })],
            Preparations = [new("p", Said(texts[0]), "1.1") { For = selection[0] }],
            NextSteps = [new("n", Said(texts[1]), Said(texts[2]), "1.1") { For = selection[1], Then = selection[2], After = Duration.Epsilon }],
            Overrides = named.Count > 0 && overridden > 0 ? [new("o", "c0", new LocalDate(2026, 11, 22), new LocalDate(2026, 11, 22).PlusDays(overridden), odd.Workday, texts[3])] : [],
            Incidents = named.Count > 1 ? [new("i", "c1", outage.Start, outage.End, texts[4])] : [],
        };
    }

    private static LocalizedText Said(LocalizedText text) => string.IsNullOrWhiteSpace(text.Ru) || string.IsNullOrWhiteSpace(text.En) ? new("а", "a") : text;

    /// <summary>Some texts have to say something, and a label is no longer than it may be.</summary>
    private static string Shown(string text) =>
        string.IsNullOrWhiteSpace(text) ? "x"
        : text.Length <= ContentRules.LongestLabel ? text
        : text[..(char.IsHighSurrogate(text[ContentRules.LongestLabel - 1]) ? ContentRules.LongestLabel - 1 : ContentRules.LongestLabel)];
}
