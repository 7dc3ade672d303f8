using NetArchTest.Rules;

namespace ContactsApi.Tests.Architecture;

/// <summary>Boundaries that the table of folders (<see cref="FolderTests"/>) does not draw: what of others' code a folder may use, and which types of a feature.</summary>
public sealed class CoreBoundaryTests
{
    /// <summary>Features that others may rest on: how questions are read, and how answers are worded.</summary>
    private static readonly string[] SharedFeatures =
    [
        "ContactsApi.Features.Responses",
        "ContactsApi.Features.Asking",
        "ContactsApi.Features.Wording",
    ];

    /// <summary>By nature made of what other features answer: pages show it to people, and the desk to stewards.</summary>
    private const string Pages = "ContactsApi.Features.Pages";
    private const string Desk = "ContactsApi.Features.Desk";

    /// <summary>The lists of other features as they are, all in one answer.</summary>
    private const string Copies = "ContactsApi.Features.Copies";

    /// <summary>Read once: to read it anew for every question takes most of the time.</summary>
    private static readonly Types All = Types.InAssembly(typeof(Program).Assembly);

    /// <summary>The calendars of the BCL that go by the moon are asked in it; no clock is asked, which is banned everywhere.</summary>
    private const string MoonCalendar = "ContactsApi.Core.Calendar.Feasts";

    public static TheoryData<string> BarredFromCore =>
    [
        "ContactsApi.CatalogFiles",
        "ContactsApi.Editing",
        "ContactsApi.Embedded",
        "ContactsApi.Features",
        "ContactsApi.Hosting",
        "ContactsApi.Serialization",
        "ContactsApi.Storage",
        "Dapper",
        "Microsoft.AspNetCore",
        "Microsoft.Data",
        "Microsoft.Extensions",
        "OpenTelemetry",
        "PhoneNumbers",
        "Polly",
        "System.Data",
        "System.Diagnostics.Activity",
        "System.Diagnostics.Metrics",
        "System.IO",
        "System.Net",
        "System.Text.Json",
        "YamlDotNet",

        // Moments are given to the core; it looks at no clock.
        "NodaTime.IClock",
        "NodaTime.SystemClock",
        "System.DateTime",
        "System.DateTimeOffset",
        "System.Diagnostics.Stopwatch",
        "System.TimeProvider",
    ];

    [Theory]
    [MemberData(nameof(BarredFromCore))]
    public void The_core_does_without(string dependency) =>
        Assert.Empty(Dependents(Under("ContactsApi.Core"), dependency).Except(dependency == "System.DateTime" ? [MoonCalendar] : []));

    [Fact]
    public void The_store_alone_speaks_SQL() => Assert.All(
        Dependents(Under("ContactsApi"), "Dapper", "System.Data.Common"), type => Assert.Matches(@"^ContactsApi\.(Storage\.|Commands\.CommandStores|Hosting\.Service\.Startup)", type));

    [Fact]
    public void Features_know_no_other_feature_save_the_shared_ones_and_what_is_listed() =>
        Assert.Equal(
            [
                "ContactsApi.Features.Calendar.DaysOffCalendar -> ContactsApi.Features.Formats.CalendarCaveat",
                "ContactsApi.Features.Calendar.DaysOffCalendar -> ContactsApi.Features.Formats.ICalendar.CalendarFile",
                "ContactsApi.Features.Drafting.CallbackResponse -> ContactsApi.Features.Slots.SlotQuery",
                "ContactsApi.Features.Drafting.CallbackResponse -> ContactsApi.Features.Slots.SlotResponse",
                "ContactsApi.Features.Drafting.DraftEndpoints -> ContactsApi.Features.Channels.ChannelRefusals",
                "ContactsApi.Features.Drafting.DraftEndpoints -> ContactsApi.Features.Due.DueQuery",
                "ContactsApi.Features.Drafting.DraftEndpoints -> ContactsApi.Features.Due.DueResponse",
                "ContactsApi.Features.Drafting.DraftResponse -> ContactsApi.Features.Due.DueResponse",
                "ContactsApi.Features.Due.DueEndpoints -> ContactsApi.Features.Channels.ChannelRefusals",
                "ContactsApi.Features.Formats.AskedChannel -> ContactsApi.Features.Channels.ChannelRefusals",
                "ContactsApi.Features.Formats.ICalendar.DueReminder -> ContactsApi.Features.Due.DueQuery",
                "ContactsApi.Features.Formats.ICalendar.DueReminder -> ContactsApi.Features.Due.DueResponse",
                "ContactsApi.Features.Formats.ICalendar.DueReminder -> ContactsApi.Features.Due.FollowUpResponse",
                "ContactsApi.Features.Formats.ICalendar.DueReminderEndpoints -> ContactsApi.Features.Channels.ChannelRefusals",
                "ContactsApi.Features.Formats.ICalendar.DueReminderEndpoints -> ContactsApi.Features.Due.DueQuery",
                "ContactsApi.Features.Formats.JsonLd.ContactPointEndpoints -> ContactsApi.Features.Channels.ChannelRefusals",
                "ContactsApi.Features.Schedules.ScheduleEndpoints -> ContactsApi.Features.Channels.ChannelRefusals",
                // A standing question is the same one, whether it is streamed or sent.
                "ContactsApi.Features.Webhooks.NewWebhookRequest -> ContactsApi.Features.BestChannel.BestChannelQuery",
                "ContactsApi.Features.Webhooks.NewWebhookRequest -> ContactsApi.Features.BestChannel.Changes.StandingQuestion",
                "ContactsApi.Features.Webhooks.Sending.WatchedAnswers -> ContactsApi.Features.BestChannel.BestChannelQuery",
                "ContactsApi.Features.Webhooks.Sending.WatchedAnswers -> ContactsApi.Features.BestChannel.Changes.BestChange",
                "ContactsApi.Features.Webhooks.Sending.WatchedAnswers -> ContactsApi.Features.BestChannel.Changes.MissedChanges",
                "ContactsApi.Features.Webhooks.Sending.WatchedAnswers -> ContactsApi.Features.BestChannel.Changes.StandingQuestion",
                "ContactsApi.Features.Webhooks.Sending.WatchedAnswers -> ContactsApi.Features.BestChannel.Changes.StreamCursor",
            ],
            (from feature in Under("ContactsApi.Features").GetTypes().Select(FeatureOf).Distinct().Except(SharedFeatures)
             let users = Others(feature, feature).Select(FeatureOf).Distinct().Except([Pages, Desk, Copies]).ToList()
             from type in Under(feature).GetTypes()
             where !type.IsNested
             from user in users
             from dependent in Dependents(Under(user), type.FullName!)
             select $"{dependent} -> {type.FullName}").Order());

    [Fact]
    public void Pages_show_the_answers_of_other_features_and_know_no_more_of_them() =>
        Assert.Equal(
            [
                "ContactsApi.Features.BestChannel.BestChannelQuery",
                "ContactsApi.Features.BestChannel.BestChannelResponse",
                "ContactsApi.Features.BestChannel.IneligibleResponse",
                "ContactsApi.Features.BestChannel.RecommendationResponse",
                "ContactsApi.Features.Calendar.AskedCalendar",
                "ContactsApi.Features.Calendar.CalendarParameters",
                "ContactsApi.Features.Calendar.CertaintyResponse",
                "ContactsApi.Features.Calendar.DayWords",
                "ContactsApi.Features.Calendar.NormResponse",
                "ContactsApi.Features.Calendar.NormsResponse",
                "ContactsApi.Features.Checking.CheckResponse",
                "ContactsApi.Features.Checking.CheckedContactResponse",
                "ContactsApi.Features.Checking.CheckedValueResponse",
                "ContactsApi.Features.Corrections.CorrectionRequest",
                "ContactsApi.Features.Corrections.CorrectionResponse",
                "ContactsApi.Features.Corrections.ReportReader",
                "ContactsApi.Features.Quality.FindingResponse",
                "ContactsApi.Features.Quality.QualityResponse",
                "ContactsApi.Features.Revisions.RevisionResponse",
                "ContactsApi.Features.Revisions.RevisionsResponse",
            ],
            from type in Under("ContactsApi.Features").GetTypes()
            where !type.IsNested && type.Namespace != Pages && !SharedFeatures.Contains(type.Namespace)
            where Dependents(Under(Pages), type.FullName!).Any()
            orderby type.FullName
            select type.FullName);

    /// <summary>It shows what a dry run, a revision, the audit and webhooks are told as, and is made as pages are.</summary>
    [Fact]
    public void The_desk_shows_the_answers_of_other_features_and_knows_no_more_of_them() =>
        Assert.Equal(
            [
                "ContactsApi.Features.Admin.AffectedChannelResponse",
                "ContactsApi.Features.Admin.AnswerChangeResponse",
                "ContactsApi.Features.Admin.DryRunResponse",
                "ContactsApi.Features.Admin.Elements",
                "ContactsApi.Features.Admin.SharedAddressResponse",
                "ContactsApi.Features.Admin.WriteResponse",
                "ContactsApi.Features.Audit.AuditEntryResponse",
                "ContactsApi.Features.Audit.AuditResponse",
                "ContactsApi.Features.Revisions.RevisionEntryResponse",
                "ContactsApi.Features.Revisions.RevisionResponse",
                "ContactsApi.Features.Revisions.RevisionsResponse",
                "ContactsApi.Features.Webhooks.HeldWebhook",
                "ContactsApi.Features.Webhooks.HeldWebhooks",
                "ContactsApi.Features.Webhooks.PingResponse",
            ],
            from type in Under("ContactsApi.Features").GetTypes()
            where !type.IsNested && FeatureOf(type) is var feature && feature != Desk && feature != Pages && !SharedFeatures.Contains(type.Namespace)
            where Dependents(Under(Desk), type.FullName!).Any()
            orderby type.FullName
            select type.FullName);

    [Theory]
    [InlineData("ContactsApi.Storage.StoreAccess", "Polly")]
    [InlineData("ContactsApi.Storage.CatalogSnapshots", "NodaTime.IClock")]
    [InlineData("ContactsApi.Storage.RevisionStore", "Dapper")]
    [InlineData("ContactsApi.Storage.InstantHandler", "System.Data")]
    [InlineData("ContactsApi.Storage.StoreResilience", "System.TimeProvider")]
    [InlineData("ContactsApi.CatalogFiles.YamlText", "System.IO")]
    [InlineData("ContactsApi.CatalogFiles.YamlText", "System.Text.Json")]
    [InlineData("ContactsApi.Features.Responses.ListedPhone", "PhoneNumbers")]
    [InlineData("ContactsApi.Features.Channels.ChannelEndpoints", "ContactsApi.Features.Channels.ChannelRefusals")]
    [InlineData("ContactsApi.Features.Channels.ChannelEndpoints", "Microsoft.AspNetCore")]
    public void A_dependency_is_found_where_there_is_one(string dependent, string dependency) =>
        Assert.Contains(dependent, Dependents(Under("ContactsApi"), dependency));

    private static PredicateList Under(string @namespace) => All.That().ResideInNamespace(@namespace);

    /// <summary>The folder under Features; the folders in it are one feature with it.</summary>
    private static string FeatureOf(Type type) => FeatureOf(type.FullName!);

    private static string FeatureOf(string type) => string.Join('.', type.Split('.').Take(3));

    /// <summary>The types of other features that depend on this.</summary>
    private static IEnumerable<string> Others(string feature, string dependency) =>
        Dependents(Under("ContactsApi.Features"), dependency).Where(dependent => !dependent.StartsWith($"{feature}.", StringComparison.Ordinal));

    /// <summary>The types that depend on any of these, each a type or a namespace with all that is below it.</summary>
    private static IEnumerable<string> Dependents(PredicateList types, params string[] dependencies) =>
        types.ShouldNot().HaveDependencyOnAny(dependencies).GetResult().FailingTypeNames ?? [];
}
