using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Tests.CatalogFiles;

/// <summary>The shipped catalog with one thing changed at a time.</summary>
public sealed class CatalogRulesTests
{
    private static readonly Catalog Shipped = ShippedCatalog.Read();
    private static readonly Channel Hotline = Shipped.Channels[0];
    private static readonly LocalizedText Words = new("слова", "words");
    private static readonly Verification Mark = new(VerificationOutcome.Disputed, new(2026, 11, 20), "a steward", Words);
    private static readonly Office Office = new("o", "RU-SPE", Words, new(Words)) { Hours = [new("h", "H-247", Provenance.Operator)] };
    private static readonly LocalDate Monday = new(2026, 11, 23);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 0, 0);

    public static IEnumerable<TheoryDataRow<Change, string>> Wrong => Rows(
    [
        // Every id is there once.
        (new("a section twice", c => c with { Source = c.Source with { Sections = Twice(c.Source.Sections) } }), "$.source.sections[1].reference"),
        (new("a schedule twice", c => c with { Schedules = Twice(c.Schedules) }), "$.schedules[1].id"),
        (new("a topic twice", c => c with { Topics = Twice(c.Topics) }), "$.topics[1].id"),
        (new("a channel twice", c => c with { Channels = Twice(c.Channels) }), "$.channels[1].id"),
        (new("a region twice", c => c with { Regions = Twice(c.Regions) }), "$.regions[1].code"),
        (new("a holiday twice", c => c with { Statute = c.Statute with { Holidays = Twice(c.Statute.Holidays) } }), "$.statute.holidays[1].date"),
        (new("a year twice", c => c with { Years = Twice(c.Years) }), "$.years[1].year"),
        (new("an override id twice", c => c with { Overrides = [Closed("x", "hotline"), Closed("x", "email")] }), "$.overrides[1].id"),
        (new("an incident id twice", c => c with { Incidents = [Outage("x", "hotline"), Outage("x", "email")] }), "$.incidents[1].id"),
        (OfHotline("an hours id twice", h => h with { Hours = Twice(h.Hours) }), "$.channels[0].hours[1].id"),
        (OfHotline("an answers id twice", h => h with { Answers = Twice(h.Answers) }), "$.channels[0].answers[1].id"),

        // An id needs no escaping in an address.
        (new("an id with a space", c => c with { Topics = [c.Topics[0] with { Id = "a topic" }, .. c.Topics.Skip(1)], Preparations = [] }), "$.topics[0].id"),
        (new("an empty id", c => c with { Topics = [c.Topics[0] with { Id = "" }, .. c.Topics.Skip(1)], Preparations = [] }), "$.topics[0].id"),
        (new("an id in Cyrillic", c => c with { Overrides = [Closed("замена", "hotline")] }), "$.overrides[0].id"),
        (new("an id too long", c => c with { Incidents = [Outage(new('x', 65), "hotline")] }), "$.incidents[0].id"),
        (OfAnswer("a statement with a slash", a => a with { Id = "a/b" }), "$.channels[0].answers[0].id"),

        // Years are those that may be asked about.
        (new("a year too late", c => c with { Years = [new(2101, Words)] }), "$.years[0].year"),
        (new("an override too early", c => c with { Overrides = [Closed("x", "hotline") with { From = new(1999, 12, 31) }] }), "$.overrides[0].from"),
        (new("an override too late", c => c with { Overrides = [Closed("x", "hotline") with { To = new(2101, 1, 1) }] }), "$.overrides[0].to"),
        (new("an incident too early", c => c with { Incidents = [Outage("x", "hotline") with { Start = Instant.MinValue }] }), "$.incidents[0].start"),
        (new("an incident too late", c => c with { Incidents = [Outage("x", "hotline") with { End = Instant.MaxValue }] }), "$.incidents[0].end"),

        // The call centre keeps hours.
        (new("an unknown call-centre schedule", c => c with { CallCentreSchedule = "H-NONE" }), "$.callCentreSchedule"),
        (new(
            "a call centre that is closed on workdays",
            c => c with { CallCentreSchedule = "H-NEVER", Schedules = [.. c.Schedules, new("H-NEVER", Words, new([], [], [], []))] }),
            "$.callCentreSchedule"),

        // A channel serves somebody, at one address.
        (OfHotline("no segment", h => h with { Priority = new Dictionary<Segment, int>() }), "$.channels[0].priority"),
        (OfHotline("an address of nothing", h => h with { Address = new() }), "$.channels[0].address"),
        (OfHotline("a URI without words", h => h with { Address = new() { Uri = new("tg:x") } }), "$.channels[0].address"),
        (OfHotline("a phone and a URI", h => h with { Address = h.Address! with { Uri = new("tg:x") } }), "$.channels[0].address"),
        (OfHotline("a phone and words", h => h with { Address = h.Address! with { Display = Words } }), "$.channels[0].address"),
        (OfHotline("a phone, a URI and words", h => h with { Address = h.Address! with { Uri = new("tg:x"), Display = Words } }), "$.channels[0].address"),
        (OfHotline("a phone as it is dialled at home", h => h with { Address = new() { Phone = "88005553535" } }), "$.channels[0].address.phone"),
        (OfHotline("a phone with spaces", h => h with { Address = new() { Phone = "+7 800 555-35-35" } }), "$.channels[0].address.phone"),
        (OfHotline("an unknown time zone", h => h with { TimeZone = "Europe/Gotham" }), "$.channels[0].timeZone"),
        (OfHotline("an unknown topic", h => h with { Restrictions = new() { Topics = By("gardening", "1.1") } }), "$.channels[0].restrictions.topics"),
        (OfHotline("an unknown region", h => h with { Restrictions = new() { Regions = By("RU-XXX", "1.1") } }), "$.channels[0].restrictions.regions"),

        // Where another channel states the hours, there are no statements of its own.
        (Door("a door to nowhere", "nowhere"), "$.channels[23].statementsOf"),
        (Door("a door to itself", "door"), "$.channels[23].statementsOf"),
        (Door("a door to a door", "mobile-app"), "$.channels[23].statementsOf"),
        (Door("a door with hours", "hotline", door => door with { Hours = [Hotline.Hours[0]] }), "$.channels[23].statementsOf"),
        (Door("a door with answers", "hotline", door => door with { Answers = [Hotline.Answers[0]] }), "$.channels[23].statementsOf"),

        // Every reference is to a section.
        (new("a topic's reference", c => c with { Topics = [c.Topics[0] with { References = ["1.1", "7.7"] }, .. c.Topics.Skip(1)] }), "$.topics[0].references[1]"),
        (OfHotline("a channel's reference", h => h with { References = ["1.1", "7.7"] }), "$.channels[0].references[1]"),
        (OfHotline("a capability's reference", h => h with { Capabilities = new Dictionary<Capability, string> { [Capability.Voice] = "7.7" } }), "$.channels[0].capabilities"),
        (OfHotline("a language's reference", h => h with { Languages = new Dictionary<Language, string> { [Language.Ru] = "7.7" } }), "$.channels[0].languages"),
        (OfHotline("a topic restriction's reference", h => h with { Restrictions = new() { Topics = By("sms-code", "7.7") } }), "$.channels[0].restrictions.topics"),
        (OfHotline("a region restriction's reference", h => h with { Restrictions = new() { Regions = By("RU-SPE", "7.7") } }), "$.channels[0].restrictions.regions"),
        (OfHotline("an urgency restriction's reference", h => h with { Restrictions = new() { UrgentOnly = "7.7" } }), "$.channels[0].restrictions.urgentOnly"),
        (OfHotline("an hours statement's reference", h => h with { Hours = [h.Hours[0] with { Reference = "7.7" }] }), "$.channels[0].hours[0].reference"),
        (OfAnswer("an answer statement's reference", a => a with { Reference = "7.7" }), "$.channels[0].answers[0].reference"),
        (OfHotline("a notice's reference", h => h with { Notices = [new("a-notice", "7.7", Words)] }), "$.channels[0].notices[0].reference"),

        // Statements say something that can be counted.
        (Hours("too many hours statements", HoursTimeline.MaxStatements + 1), "$.channels[0].hours"),
        (Answers("too many answer statements", HoursTimeline.MaxStatements + 1), "$.channels[0].answers"),
        (OfHotline("hours by an unknown schedule", h => h with { Hours = [h.Hours[0] with { Schedule = "H-NONE" }] }), "$.channels[0].hours[0].schedule"),
        (OfAnswer("an answer that says nothing", a => a with { Within = null }), "$.channels[0].answers[0]"),
        (OfAnswer("an answer in two forms", a => a with { WorkingHours = 1 }), "$.channels[0].answers[0]"),
        (OfAnswer("an answer in three forms", a => a with { WorkingHours = 1, ByEndOfWorkingDay = true }), "$.channels[0].answers[0]"),
        (OfAnswer("an answer before the question", a => a with { Within = -Duration.Epsilon }), "$.channels[0].answers[0].within"),
        (OfAnswer("an answer out of sight", a => a with { Within = Duration.FromDays(400) + Duration.Epsilon }), "$.channels[0].answers[0].within"),
        (OfAnswer("no working hours", a => a with { Within = null, WorkingHours = 0 }), "$.channels[0].answers[0].workingHours"),
        (OfAnswer("too many working hours", a => a with { Within = null, WorkingHours = 1001 }), "$.channels[0].answers[0].workingHours"),
        (OfAnswer("both inside and outside", a => a with { Inside = "H-GRAPH", Outside = "H-GRAPH" }), "$.channels[0].answers[0]"),
        (OfAnswer("inside an unknown schedule", a => a with { Inside = "H-NONE" }), "$.channels[0].answers[0]"),
        (OfAnswer("outside an unknown schedule", a => a with { Outside = "H-NONE" }), "$.channels[0].answers[0]"),

        // A mark of verification says who and how.
        (OfHotline("an address verified by nobody", h => h with { Address = h.Address! with { Verification = Mark with { By = " " } } }), "$.channels[0].address.verification.by"),
        (OfHotline("hours verified nobody knows how", h => h with { Hours = [h.Hours[0] with { Verification = Mark with { How = Mark.How with { Ru = "" } } }] }), "$.channels[0].hours[0].verification.how.ru"),
        (OfAnswer("an answer verified nobody knows how", a => a with { Verification = Mark with { How = Mark.How with { En = " " } } }), "$.channels[0].answers[0].verification.how.en"),

        // An office is in a region, at an address, and says whose hours it keeps.
        (new("an office twice", c => c with { Offices = Twice([Office]) }), "$.offices[1].id"),
        (OfOffice("an unknown region", o => o with { Region = "RU-XXX" }), "$.offices[0].region"),
        (OfOffice("an unknown zone", o => o with { TimeZone = "Asia/Atlantis" }), "$.offices[0].timeZone"),
        (OfOffice("no name", o => o with { Name = new("", "Office") }), "$.offices[0].name"),
        (OfOffice("no street", o => o with { Address = new(new("ул. Ленина, 1", " ")) }), "$.offices[0].address.postal"),
        (OfOffice("no address", o => o with { Address = new() }), "$.offices[0].address"),
        (OfOffice("an address twice", o => o with { Address = o.Address with { Parts = new(Words, Words) } }), "$.offices[0].address"),
        (OfOffice("a town without a name", o => o with { Address = new() { Parts = new(new(" ", "Town"), Words) } }), "$.offices[0].address.parts.addressLocality"),
        (OfOffice("a street without a name", o => o with { Address = new() { Parts = new(Words, new("ул. Ленина, 1", "")) } }), "$.offices[0].address.parts.streetAddress"),
        (OfOffice("a region without a name", o => o with { Address = new() { Parts = new(Words, Words) { AddressRegion = new("", "") } } }), "$.offices[0].address.parts.addressRegion"),
        (OfOffice("a postal code of another country", o => o with { Address = new() { Parts = new(Words, Words) { PostalCode = "10115" } } }), "$.offices[0].address.parts.postalCode"),
        (OfOffice("a phone as it is dialled at home", o => o with { Address = o.Address with { Phone = "88005553535" } }), "$.offices[0].address.phone"),
        (OfOffice("an hours id twice", o => o with { Hours = Twice(o.Hours) }), "$.offices[0].hours[1].id"),
        (OfOffice("too many hours statements", o => o with { Hours = [.. Enumerable.Range(0, 65).Select(i => o.Hours[0] with { Id = $"{i}" })] }), "$.offices[0].hours"),
        (OfOffice("hours by an unknown schedule", o => o with { Hours = [o.Hours[0] with { Schedule = "H-NONE" }] }), "$.offices[0].hours[0].schedule"),
        (OfOffice("an hours statement's reference", o => o with { Hours = [o.Hours[0] with { Reference = "7.7" }] }), "$.offices[0].hours[0].reference"),
        (OfOffice("an address verified by nobody", o => o with { Verification = Mark with { By = "" } }), "$.offices[0].verification.by"),
        (OfOffice("hours verified by nobody", o => o with { Hours = [o.Hours[0] with { Verification = Mark with { By = "" } }] }), "$.offices[0].hours[0].verification.by"),

        // Advice has words, and rests on a section.
        (new("a preparation twice", c => c with { Preparations = Twice(c.Preparations) }), "$.preparations[1].id"),
        (OfPreparation("without words", one => one with { Text = new(" ", "words") }), "$.preparations[0].text"),
        (OfPreparation("of no section", one => one with { Reference = "7.7" }), "$.preparations[0].reference"),
        (OfPreparation("for an unknown topic", one => one with { Topics = ["e-signature", "gardening"] }), "$.preparations[0].topics[1]"),
        (new("a step twice", c => c with { NextSteps = Twice(c.NextSteps) }), "$.nextSteps[1].id"),
        (OfNextStep("without words", step => step with { Text = new("слова", "") }), "$.nextSteps[0].text"),
        (OfNextStep("without words for who has no channel", step => step with { Otherwise = new("", "words") }), "$.nextSteps[0].otherwise"),
        (OfNextStep("of no section", step => step with { Reference = "7.7" }), "$.nextSteps[0].reference"),
        (OfNextStep("after no time", step => step with { After = Duration.Zero }), "$.nextSteps[0].after"),
        (OfNextStep("out of sight", step => step with { After = Duration.FromDays(400) + Duration.Epsilon }), "$.nextSteps[0].after"),
        (OfTopic("a step without words", t => t with { Steps = [new(new("", "words"), "4.1")] }), "$.topics[0].steps[0].text"),
        (OfTopic("a step of no section", t => t with { Steps = [new(Words, "4.1"), new(Words, "7.7")] }), "$.topics[0].steps[1].reference"),
        (OfHotline("a cost without words", h => h with { Cost = new(new("слова", " "), "1.1") }), "$.channels[0].cost.text"),
        (OfHotline("a note without words", h => h with { Notes = [new(Words, "1.1"), new(new("", "words"), "1.1")] }), "$.channels[0].notes[1].text"),
        (OfHotline("a note of no section", h => h with { Notes = [new(Words, "7.7")] }), "$.channels[0].notes[0].reference"),
        (OfHotline("a cost of no section", h => h with { Cost = new(Words, "7.7") }), "$.channels[0].cost.reference"),

        // Regions and years.
        (new("a region in an unknown zone", c => c with { Regions = [c.Regions[0] with { TimeZone = "Asia/Atlantis" }, .. c.Regions.Skip(1)] }), "$.regions[0].timeZone"),
        (OfYear("a date twice", y => y with { Days = Twice(y.Days) }), "$.years[0].days[1].date"),
        (OfYear("a date of another year", y => y with { Days = [new(new(2014, 1, 11))] }), "$.years[0].days[0].date"),
        (OfYear("a working day that is an ordinary weekend", y => y with { Days = [new(new(2013, 5, 6)) { OrdinaryWeekend = true }] }), "$.years[0].days[0].ordinaryWeekend"),
        (OfYear("a span that ends before it begins", y => y with { NonWorking = [Span(new(2013, 5, 2), new(2013, 5, 1))] }), "$.years[0].nonWorking[0]"),
        (OfYear("a span that begins a year early", y => y with { NonWorking = [Span(new(2012, 12, 31), new(2013, 1, 1))] }), "$.years[0].nonWorking[0]"),
        (OfYear("a span that ends a year late", y => y with { NonWorking = [Span(new(2013, 12, 31), new(2014, 1, 1))] }), "$.years[0].nonWorking[0]"),

        // Overrides and incidents.
        (new("an override of no channel", c => c with { Overrides = [Closed("x", "nowhere")] }), "$.overrides[0].channelId"),
        (new("an override that ends before it begins", c => c with { Overrides = [Closed("x", "hotline", days: 0)] }), "$.overrides[0].to"),
        (new("two overrides of one date", c => c with { Overrides = [Closed("x", "hotline", days: 2), Closed("y", "hotline", Monday.PlusDays(1))] }), "$.overrides[1]"),
        (new("an override without dates", c => c with { Overrides = [Closed("x", "hotline") with { From = null, To = null }] }), "$.overrides[0].from"),
        (new("an override without a last date", c => c with { Overrides = [Closed("x", "hotline") with { To = null }] }), "$.overrides[0].to"),
        (new("an override of one year and of every year", c => c with { Overrides = [Closed("x", "hotline") with { Yearly = new(12, 31) }] }), "$.overrides[0].yearly"),
        (new("an override until a date of every year", c => c with { Overrides = [Closed("x", "hotline") with { YearlyTo = new(12, 31) }] }), "$.overrides[0].yearlyTo"),
        (new("two overrides of one date of every year", c => c with { Overrides = [Yearly("x", new(12, 30), new(1, 2)), Yearly("y", new(1, 2))] }), "$.overrides[1]"),
        (new("two overrides of 29 February", c => c with { Overrides = [Yearly("x", new(2, 29)), Yearly("y", new(2, 28), new(3, 1))] }), "$.overrides[1]"),
        (new("an incident of no channel", c => c with { Incidents = [Outage("x", "nowhere")] }), "$.incidents[0].channelId"),
        (new("an incident that ends as it begins", c => c with { Incidents = [Outage("x", "hotline") with { End = Now }] }), "$.incidents[0].end"),
    ]);

    public static IEnumerable<TheoryDataRow<Change>> Right => new Change[]
    {
        new("nothing", c => c),
        OfHotline("no address", h => h with { Address = null }),
        OfHotline("words without a URI", h => h with { Address = new() { Display = Words } }),
        OfHotline("a URI with words", h => h with { Address = new() { Uri = new("tg:x"), Display = Words } }),
        OfHotline("an editorial reference", h => h with { References = [Provenance.Editorial] }),
        OfHotline("a time zone", h => h with { TimeZone = "Asia/Vladivostok" }),
        Door("a door to a desk", "hotline"),
        Hours("as many hours statements as can be", HoursTimeline.MaxStatements),
        Answers("as many answer statements as can be", HoursTimeline.MaxStatements),
        OfAnswer("an answer at once", a => a with { Within = Duration.Zero }),
        OfAnswer("an answer at the horizon", a => a with { Within = Duration.FromDays(400) }),
        OfAnswer("one working hour", a => a with { Within = null, WorkingHours = 1 }),
        OfAnswer("a thousand working hours", a => a with { Within = null, WorkingHours = 1000 }),
        OfAnswer("by the end of the working day", a => a with { Within = null, ByEndOfWorkingDay = true }),
        OfHotline("marks of verification", h => h with { Address = h.Address! with { Verification = Mark }, Hours = [h.Hours[0] with { Verification = Mark }] }),
        OfOffice("an office by an operator", o => o),
        OfOffice("an office by our editors", o => o with { Hours = [o.Hours[0] with { Reference = Provenance.Editorial }] }),
        OfOffice("an office by a section", o => o with { Hours = [o.Hours[0] with { Reference = "1.1" }] }),
        OfOffice("an office without hours, in a zone of its own, with a phone and a page", o => o with
        {
            Hours = [],
            TimeZone = "Asia/Anadyr",
            Address = o.Address with { Phone = "+78005553535", Uri = new("https://example.org") },
            Verification = Mark,
        }),
        new("no advice", c => c with { Preparations = [], NextSteps = [] }),
        OfPreparation("a preparation by our editors", one => one with { Reference = Provenance.Editorial }),
        OfNextStep("a step at once", step => step with { After = null }),
        OfNextStep("a step at the horizon", step => step with { After = Duration.FromDays(400) }),
        OfYear("a span of one day", y => y with { NonWorking = [Span(new(2013, 5, 1), new(2013, 5, 1))] }),
        new("overrides one after the other", c => c with { Overrides = [Closed("x", "hotline"), Closed("y", "hotline", Monday.PlusDays(1))] }),
        new("an override of every year", c => c with { Overrides = [Yearly("x", new(12, 31))] }),
        new("yearly overrides one after the other", c => c with { Overrides = [Yearly("x", new(12, 31), new(1, 2)), Yearly("y", new(1, 3)), Yearly("z", new(12, 30))] }),
        new("a yearly override, and another of one of its years", c => c with { Overrides = [Yearly("x", new(Monday.Month, Monday.Day)), Closed("y", "hotline")] }),
        new("overrides of two channels", c => c with { Overrides = [Closed("x", "hotline"), Closed("y", "email")] }),
        new("an incident without an end", c => c with { Incidents = [Outage("x", "hotline")] }),
        new("incidents at once", c => c with { Incidents = [Outage("x", "hotline"), Outage("y", "hotline")] }),
    }.Select(change => new TheoryDataRow<Change>(change) { TestDisplayName = $"Right: {change.What}" });

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_found_at_its_path(Change change, string path)
    {
        var problem = Assert.Single(CatalogRules.ProblemsOf(change.To(Shipped)));

        Assert.Equal(path, problem.Path);
        Assert.Matches(@"\p{IsCyrillic}", problem.Message.Ru);
        Assert.Matches(@"^\P{IsCyrillic}+\z", problem.Message.En);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void What_is_right_is_no_problem(Change change) => Assert.Empty(CatalogRules.ProblemsOf(change.To(Shipped)));

    /// <param name="What">Names it.</param>
    /// <param name="To">What becomes of a catalog.</param>
    public sealed record Change(string What, Func<Catalog, Catalog> To)
    {
        public override string ToString() => What;
    }

    private static IEnumerable<TheoryDataRow<Change, string>> Rows(IEnumerable<(Change Change, string Path)> rows) =>
        rows.Select(row => new TheoryDataRow<Change, string>(row.Change, row.Path) { TestDisplayName = $"Wrong: {row.Change.What}" });

    private static Change OfHotline(string what, Func<Channel, Channel> change) =>
        new(what, catalog => catalog with { Channels = [change(Hotline), .. catalog.Channels.Skip(1)] });

    private static Change OfAnswer(string what, Func<AnswerStatement, AnswerStatement> change) =>
        OfHotline(what, hotline => hotline with { Answers = [change(hotline.Answers[0])] });

    private static Change OfTopic(string what, Func<Topic, Topic> change) =>
        new(what, catalog => catalog with { Topics = [change(catalog.Topics[0]), .. catalog.Topics.Skip(1)] });

    private static Change OfPreparation(string what, Func<Preparation, Preparation> change) =>
        new($"a preparation {what}", catalog => catalog with { Preparations = [change(catalog.Preparations[0]), .. catalog.Preparations.Skip(1)] });

    private static Change OfNextStep(string what, Func<NextStep, NextStep> change) =>
        new($"a next step {what}", catalog => catalog with { NextSteps = [change(catalog.NextSteps[0]), .. catalog.NextSteps.Skip(1)] });

    private static Change OfYear(string what, Func<DecreeYear, DecreeYear> change) =>
        new(what, catalog => catalog with { Years = [change(catalog.Years[0]), .. catalog.Years.Skip(1)] });

    private static Change OfOffice(string what, Func<Office, Office> change) => new(what, catalog => catalog with { Offices = [change(Office)] });

    private static Change Hours(string what, int count) =>
        OfHotline(what, hotline => hotline with { Hours = [.. Enumerable.Range(1, count).Select(i => hotline.Hours[0] with { Id = $"hours-{i}" })] });

    private static Change Answers(string what, int count) =>
        OfHotline(what, hotline => hotline with { Answers = [.. Enumerable.Range(1, count).Select(i => hotline.Answers[0] with { Id = $"answer-{i}" })] });

    /// <summary>One channel more, after the 23 shipped, that is a door to another.</summary>
    private static Change Door(string what, string to, Func<Channel, Channel>? change = null)
    {
        var door = Hotline with { Id = "door", StatementsOf = to, Hours = [], Answers = [] };
        return new(what, catalog => catalog with { Channels = [.. catalog.Channels, change?.Invoke(door) ?? door] });
    }

    private static Override Closed(string id, string channel, LocalDate? from = null, int days = 1) =>
        new(id, channel, from ?? Monday, (from ?? Monday).PlusDays(days - 1), [], Words);

    private static Override Yearly(string id, AnnualDate from, AnnualDate? to = null) =>
        new(id, "hotline", null, null, [], Words) { Yearly = from, YearlyTo = to };

    private static Incident Outage(string id, string channel) => new(id, channel, Now, null, Words);

    private static NonWorkingPeriod Span(LocalDate from, LocalDate to) => new(from, to, Words);

    private static Dictionary<string, string> By(string key, string reference) => new() { [key] = reference };

    private static IReadOnlyList<T> Twice<T>(IReadOnlyList<T> items) => [items[0], .. items];
}
