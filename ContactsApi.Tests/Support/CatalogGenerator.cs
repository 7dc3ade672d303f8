using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Support;

/// <summary>Random catalogs of a few channels in which every rule of answering and choosing can come to bear, each with a moment.</summary>
public static class CatalogGenerator
{
    private const string Vladivostok = "RU-PRI";

    private static readonly string[] ScheduleIds = [SmallCatalog.CallCentre, "always", "never", "r0", "r1", "r2"];

    private static readonly Gen<string> ScheduleId = Generators.OneOf(ScheduleIds);

    private static readonly Gen<Rank> AnyRank = Generators.OneOf(Rank.Normal, Rank.Normal, Rank.Normal, Rank.Preferred, Rank.Deprecated);

    private static readonly Gen<Verification?> Mark = Generators.OneOf(
        null, null, SmallCatalog.Marked(VerificationOutcome.Verified), SmallCatalog.Marked(VerificationOutcome.Disputed));

    private static readonly Gen<HoursStatement> Hours = Gen.Select(
        ScheduleId, AnyRank, Gen.Bool, Mark, Gen.Bool, (schedule, rank, named, mark, recorded) => SmallCatalog.Says(schedule) with
        {
            Rank = rank,
            Segments = named ? [Segment.Individual] : [],
            Verification = mark,
            Outside = recorded ? OutsideHandling.Recorded : null,
        });

    private static readonly Gen<Duration> Within = Generators.OneOf(
        Duration.Zero, Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(5), Duration.FromMinutes(65), Duration.FromHours(12), Duration.FromHours(24), Duration.FromDays(3));

    private static readonly Gen<AnswerStatement> Answer =
        from form in Gen.Int[0, 7]
        from within in Within
        from hours in Gen.Int[1, 30]
        from approximate in Gen.Bool
        from condition in Gen.Int[0, 5]
        from schedule in ScheduleId
        from rank in AnyRank
        select SmallCatalog.Promising() with
        {
            Within = form < 5 ? within : null,
            WorkingHours = form is 5 or 6 ? hours : null,
            ByEndOfWorkingDay = form == 7,
            Approximate = approximate,
            Inside = condition == 0 ? schedule : null,
            Outside = condition == 1 ? schedule : null,
            Rank = rank,
        };

    private static readonly Gen<Channel> AnyChannel =
        from kind in Generators.OneOf(ChannelKind.Phone, ChannelKind.Chat, ChannelKind.Email, ChannelKind.App, ChannelKind.Office)
        from mode in Generators.OneOf(Mode.Live, Mode.Live, Mode.Live, Mode.Message, Mode.Automated, Mode.InPerson)
        from priority in Gen.Int[1, 3]
        from urgent in Gen.Int[0, 5]
        from zone in Gen.Int[0, 5]
        from desk in Generators.OneOf(null, null, "calls", "chats")
        from through in Gen.Int[0, 4]
        from mark in Mark
        from hours in Hours.List[0, 3]
        from answers in Answer.List[0, 3]
        select SmallCatalog.Channel("c", priority) with
        {
            Kind = kind,
            Mode = mode,
            Address = new() { Phone = "+78005553535", Verification = mark },
            Restrictions = new Restrictions { UrgentOnly = urgent == 0 ? "1.4" : null },
            TimeZone = zone == 0 ? "Asia/Vladivostok" : null,
            Desk = desk,
            Through = through == 0 ? "c0" : null,
            Notes = [new(Domain.Reason, "1.1") { When = [HoursState.Open, HoursState.Unstated] }],
            Hours = [.. hours.Select((statement, i) => statement with { Id = $"h{i}" })],
            Answers = [.. answers.Select((statement, i) => statement with { Id = $"a{i}" })],
        };

    private static readonly Gen<Office> AnyOffice =
        from zone in Generators.OneOf(null, "America/New_York", "Australia/Lord_Howe")
        from hours in Hours.List[0, 2]
        from mark in Mark
        select new Office("o", Vladivostok, new("Офис", "Office"), new(new("ул. Ленина, 1", "Lenin street 1")))
        {
            TimeZone = zone,
            Hours = [.. hours.Select((statement, i) => statement with { Id = $"h{i}", Reference = Provenance.Operator })],
            Verification = mark,
        };

    public static Gen<(ContactDirectory Directory, Question Question, Instant Moment)> Question { get; } =
        from moment in Generators.Moment
        from somewhere in AnyChannel.List[1, 5]
        from inOffices in Gen.Bool
        from offices in AnyOffice.List[0, 2]
        from region in Generators.OneOf(null, Vladivostok)
        let channels = inOffices ? [somewhere[0] with { Kind = ChannelKind.Office, Address = null }, .. somewhere.Skip(1)] : somewhere
        from schedules in Generators.Hours.Array[3]
        from decreesBefore in Gen.Int[2020, 2027]
        from overrides in Generators.OverrideNear(moment).List[0, 2]
        from incidents in Generators.IncidentNear(moment).List[0, 2]
        from urgent in Gen.Bool
        from onlyHere in Gen.Bool
        from uncertain in Gen.Bool
        from excluded in Gen.Int[0, 9]
        select (Directory(
            SmallCatalog.Of([.. channels.Select((channel, i) => channel with { Id = $"c{i}", Through = i == 0 ? null : channel.Through })]) with
            {
                Years = [.. Domain.Shipped.Years.Where(year => year.Year < decreesBefore)],
                RegionalHolidays = uncertain ? [Domain.OftenUncertain(Vladivostok)] : [],
                Offices = [.. offices.Select((office, i) => office with { Id = $"o{i}" })],
                // Overrides of one channel may not overlap, unless one of them is yearly and the other is not.
                Overrides = [.. overrides.Where(IsInSight).Take(channels.Count).Select((one, i) => one with { Id = $"o{i}", ChannelId = one.Yearly is null ? $"c{i}" : $"c{channels.Count - 1 - i}", OnlyHere = onlyHere })],
                Incidents = [.. incidents.Where(one => IsInSight(one.Start.InUtc().Date) && IsInSight((one.End ?? one.Start).InUtc().Date)).Select((one, i) => one with { Id = $"i{i}", ChannelId = $"c{i % channels.Count}", OnlyHere = onlyHere })],
            },
            schedules), new Question(Segment.Individual) { Urgent = urgent, Exclude = excluded < channels.Count ? new HashSet<string> { $"c{excluded}" } : [], Region = Domain.Shipped.Regions.FirstOrDefault(one => one.Code == region) }, moment);

    /// <summary>Mailboxes alike in all but what they promise, so that the order hangs on which promise overtakes which.</summary>
    public static Gen<(ContactDirectory Directory, Question Question, Instant Moment)> Mailboxes { get; } =
        from moment in Generators.Moment
        from form in Gen.Int[0, 2].Array[2, 5]
        from within in Gen.Int[1, 72].Array[5]
        from hours in Gen.Int[1, 30].Array[5]
        select (SmallCatalog.Of([.. form.Select((kind, i) => SmallCatalog.Channel($"c{i}") with
        {
            Mode = Mode.Message,
            Answers =
            [
                SmallCatalog.Promising() with
                {
                    Within = kind == 0 ? Duration.FromHours(within[i]) : null,
                    WorkingHours = kind == 1 ? hours[i] : null,
                    ByEndOfWorkingDay = kind == 2,
                },
            ],
        })]).Directory(), new Question(Segment.Individual), moment);

    /// <summary>Well within the years that a catalog may speak of.</summary>
    private static bool IsInSight(LocalDate date) => date.Year is > 2000 and < 2100;

    private static bool IsInSight(Override one) => one.Yearly is not null || (IsInSight(one.From!.Value) && IsInSight(one.To!.Value));

    private static ContactDirectory Directory(Catalog catalog, ContactsApi.Core.Hours.WeeklyHours[] schedules) =>
        catalog.With("r0", schedules[0]).With("r1", schedules[1]).With("r2", schedules[2]).Directory();
}
