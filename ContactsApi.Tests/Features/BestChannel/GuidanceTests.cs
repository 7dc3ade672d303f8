using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>What the shipped catalog tells a person to prepare, and to do if nobody answers.</summary>
public sealed class GuidanceTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Night = "2026-11-22T03:00:00%2B03:00";
    private const string Day = "2026-11-23T12:00:00%2B03:00";

    private static readonly string[] Segments = ["individual", "legal-entity", "abroad"];
    private static readonly string[] Moments = [Night, Day, "2027-01-01T05:00:00Z"];

    private static readonly string[] Wishes =
        ["", "&need=no-login", "&urgent=true", "&topic=account-locked", "&region=RU-SPE&language=ru", "&need=voice&language=en"];

    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("individual", "", "portal-chat", "PT10M hotline (3.2); office none (4.3)")]
    [InlineData("individual", "", "hotline", "at once mobile-app (4.3); office none (4.3)")]
    [InlineData("individual", "&need=no-login", "hotline", "at once none (4.3); office none (4.3)")] // the app asks to sign in
    [InlineData("individual", "&exclude=mobile-app", "hotline", "at once none (4.3); office none (4.3)")]
    [InlineData("individual", "&exclude=hotline", "portal-chat", "PT10M none (3.2); office none (4.3)")]
    [InlineData("individual", "", "telegram", "at once hotline (6.2); office none (4.3)")]
    [InlineData("individual", "", "faq", "at once portal-chat (4.1); office none (4.3)")]
    [InlineData("individual", "", "feedback-form", "at once portal-chat (editorial); office none (4.3)")]
    [InlineData("legal-entity", "", "portal-chat", "PT10M hotline (3.2); office none (4.3)")]
    [InlineData("legal-entity", "&topic=e-signature", "legal-tech-support", "at once none (4.3); office none (4.3)")] // by night the app's chat is closed to them
    [InlineData("abroad", "", "portal-chat", "PT10M abroad-main (3.2)")] // no office abroad
    [InlineData("abroad", "", "abroad-main", "at once mobile-app (4.3); at once chat-bot (2.2)")]
    public async Task Next_leads_to_a_channel_that_the_caller_has(string segment, string more, string channel, string next) => Assert.Equal(
        next,
        string.Join("; ", (await AskAsync(channel, $"segment={segment}&at={Night}{more}"))["next"]!.AsArray().Select(step =>
            $"{(step!["text"].Text()!.Contains("офис", StringComparison.Ordinal) ? "office" : step["after"].Text() ?? "at once")} {step["then"].Text() ?? "none"} ({step["reference"].Text()})")));

    [Fact]
    public async Task By_day_a_legal_entity_is_led_from_the_chat_to_the_line_of_its_topic() => Assert.Equal(
        "legal-tech-support", (await AskAsync("portal-chat", $"segment=legal-entity&topic=e-signature&at={Day}"))["next"]![0]!["then"].Text());

    [Fact]
    public async Task Every_recommendation_says_what_to_do_if_nobody_answers_and_leads_to_one_of_the_same_answer()
    {
        foreach (var query in from segment in Segments from moment in Moments from more in Wishes select $"segment={segment}&at={moment}{more}")
        {
            var all = Recommendations(await client.GetJsonAsync($"/v1/best-channel?{query}")).ToDictionary(one => one["channelId"].Text()!);
            foreach (var (id, one) in all)
            {
                Assert.NotEmpty(one["next"]!.AsArray());
                foreach (var then in one["next"]!.AsArray().Select(step => step!["then"].Text()).OfType<string>())
                {
                    Assert.NotEqual(id, then);
                    Assert.NotEqual("closed", all[then]["availability"]!["state"].Text());
                }
            }
        }
    }

    [Fact]
    public async Task Nobody_is_sent_to_a_line_that_is_out_of_order()
    {
        await using var broken = new ContactsApp();
        broken.Change(catalog => catalog with { Incidents = [new("i", "hotline", Domain.At("2026-11-22 00:00"), null, Domain.Reason)] });

        var answer = await broken.CreateClient().GetJsonAsync("/v1/best-channel?segment=individual");
        var step = answer["best"]!["next"]![0]!;

        Assert.Null(step["then"]);
        Assert.Contains("не ждите дольше", step["text"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_region_has_an_office_it_is_where_to_go_if_all_else_fails()
    {
        await using var regional = new ContactsApp();
        regional.Change(catalog => catalog with { Offices = [SmallCatalog.Office("o") with { Hours = [] }] });

        var all = Recommendations(await regional.CreateClient().GetJsonAsync("/v1/best-channel?segment=individual&region=RU-PRI"));

        foreach (var one in all.Where(one => one["channelId"].Text() != "regional-office"))
        {
            var last = one["next"]!.AsArray()[^1]!;
            Assert.Equal("regional-office", last["then"].Text());
            Assert.EndsWith("ул. Светланская, 1.", last["text"].Text(), StringComparison.Ordinal);
        }

        var office = all.Single(one => one["channelId"].Text() == "regional-office");
        Assert.Equal(["4.3", "4.3"], office["prepare"]!.AsArray().Select(one => one!["reference"].Text()));
        Assert.Equal("portal-chat", Assert.Single(office["next"]!.AsArray())!["then"].Text());
    }

    [Fact]
    public async Task The_channel_that_comes_next_is_named_with_its_address() => Assert.EndsWith(
        "Это «Мобильное приложение»: приложение «Госуслуги», меню «Контакты».",
        (await AskAsync("hotline", $"segment=individual&at={Day}"))["next"]![0]!["text"].Text(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("individual", "hotline", "", "2.1 4.2 2.1 2.1")]
    [InlineData("legal-entity", "hotline", "", "4.2 2.1 2.1")] // an organisation has no passport
    [InlineData("abroad", "abroad-main", "", "2.1 4.2 2.1 2.1")]
    [InlineData("individual", "portal-chat", "", "1.2 3.2")]
    [InlineData("individual", "feedback-form", "", "5.2 5.2 5.2 5.2 5.2")]
    [InlineData("individual", "chat-bot", "", "")]
    [InlineData("individual", "hotline", "&topic=account-locked", "4.1 4.1 4.1 2.1 4.2 2.1 2.1")]
    [InlineData("individual", "portal-chat", "&topic=document-upload", "4.1 1.2 3.2")]
    [InlineData("individual", "faq", "&topic=document-upload", "")]
    public async Task What_to_prepare_goes_by_channel_segment_and_topic(string segment, string channel, string more, string references) => Assert.Equal(
        references,
        string.Join(' ', (await AskAsync(channel, $"segment={segment}&at={Day}{more}"))["prepare"]!.AsArray().Select(one => one!["reference"].Text())));

    /// <summary>What the source says of a channel beside its hours and answer times.</summary>
    [Theory]
    [InlineData("individual", "hotline", "2.1 передаст специалисту", "3.3 в профильный отдел", "3.3 разбирают первыми", "3.1 записывают")]
    [InlineData("individual", "voice-assistant", "3.1 записывают")]
    [InlineData("abroad", "abroad-hotline", "1.1 передаст специалисту", "3.3 в профильный отдел", "3.3 разбирают первыми", "3.1 записывают")]
    [InlineData("individual", "portal-chat", "1.2 на телефонную линию или в электронную почту", "3.2 Скорость ответа зависит", "3.3 разбирают первыми")]
    [InlineData("individual", "mobile-app", "1.2 на телефонную линию или в электронную почту", "3.2 Скорость ответа зависит", "3.3 разбирают первыми")]
    [InlineData("individual", "feedback-form", "1.3 подтверждение", "1.3 в личном кабинете")]
    [InlineData("individual", "email", "1.3 подтверждение", "1.3 в личном кабинете")]
    [InlineData("legal-entity", "email-legal-entity", "1.3 подтверждение", "1.3 в личном кабинете")]
    [InlineData("individual", "faq", "6.1 пошаговая инструкция", "6.1 раздел «Помощь»")]
    [InlineData("individual", "chat-bot")]
    public async Task A_channel_tells_what_to_expect_there(string segment, string channel, params string[] notes)
    {
        await using var supplied = new ContactsApp();
        supplied.Change(Domain.WithAddresses);

        await AssertNotesAsync(supplied.CreateClient(), channel, $"segment={segment}&at={Day}", notes);
    }

    [Theory]
    [InlineData("telegram")]
    [InlineData("vk")]
    [InlineData("facebook")]
    [InlineData("odnoklassniki")]
    public async Task What_answers_a_private_message_is_told_by_the_hour_for_every_network(string network)
    {
        await using var supplied = new ContactsApp();
        supplied.Change(Domain.WithAddresses);

        await AssertNotesAsync(supplied.CreateClient(), network, $"segment=individual&at={Day}", ["6.2 номер поддержки и совет"]);
        await AssertNotesAsync(supplied.CreateClient(), network, $"segment=abroad&at={Night}", ["6.2 номер круглосуточной линии"]);
        await AssertNotesAsync(supplied.CreateClient(), network, "segment=individual&at=2026-11-22T09:00:00%2B03:00", ["6.2 номер круглосуточной линии"]); // disputed
    }

    [Fact]
    public async Task The_operator_gives_a_number_and_a_repeated_request_is_matched_by_it()
    {
        Assert.Contains("номер обращения: его даст оператор", Last(await AskAsync("hotline", $"segment=individual&at={Day}")));
        Assert.Contains("повторное обращение свяжут с прежней перепиской", Last(await AskAsync("portal-chat", $"segment=individual&at={Day}")));

        static string Last(JsonNode one) => one["prepare"]!.AsArray()[^1]!["text"].Text()!;
    }

    /// <summary>Of days off alone: the answer is promised within the few minutes of 1.3 all the same.</summary>
    [Theory]
    [InlineData("individual", "hotline", "2026-11-23T12:00:00%2B03:00")]
    [InlineData("individual", "hotline", "2026-11-22T12:00:00%2B03:00")]
    [InlineData("legal-entity", "hotline", "2026-11-22T03:00:00%2B03:00")]
    [InlineData("abroad", "abroad-hotline", "2026-11-23T12:00:00%2B03:00")]
    public async Task The_thirty_seconds_of_days_off_change_no_promise(string segment, string channel, string at)
    {
        var thirtySeconds = (await client.GetJsonAsync($"/v1/channels/{channel}"))["statements"]!.AsArray().Single(one => one!["id"].Text() == "answer-3.3")!["answerTime"]!;

        Assert.Equal(("PT30S", "H-DAYS-OFF"), (thirtySeconds["within"].Text(), thirtySeconds["inside"].Text()));
        Assert.Equal("PT5M", (await AskAsync(channel, $"segment={segment}&at={at}"))["answer"]!["within"].Text());
    }

    [Fact]
    public async Task Where_an_operator_supplied_an_address_e_mail_goes_before_the_app_if_it_answers_first_and_has_its_own_list()
    {
        await using var supplied = new ContactsApp();
        supplied.ChangeChannel("email", email => email with { Address = new() { Uri = new("mailto:help@example.org"), Display = new("help@example.org", "help@example.org") } });

        var all = Recommendations(await supplied.CreateClient().GetJsonAsync("/v1/best-channel?segment=individual&need=no-login"));

        Assert.Equal("email", all.Single(one => one["channelId"].Text() == "hotline")["next"]![0]!["then"].Text());
        Assert.Equal(
            ["1.4", "1.4", "1.4", "1.4", "4.2"],
            all.Single(one => one["channelId"].Text() == "email")["prepare"]!.AsArray().Select(one => one!["reference"].Text()));
    }

    [Theory]
    [InlineData("2026-11-22T03:00:00%2B03:00", "2026-11-23", "decree")]
    [InlineData("2026-11-23T07:59:59%2B03:00", "2026-11-23", "decree")]
    [InlineData("2026-11-23T20:00:00%2B03:00", "2026-11-24", "decree")]
    [InlineData("2026-12-30T21:00:00%2B03:00", "2027-01-11", "decree")]
    [InlineData("2027-12-30T21:00:00%2B03:00", "2028-01-10", "statute")]
    public async Task Outside_hours_a_call_is_recorded_and_answered_on_the_nearest_working_day(string at, string date, string basis)
    {
        var outside = (await AskAsync("hotline", $"segment=individual&at={at}"))["outsideHours"]!;

        Assert.Equal(
            ("recorded", date, basis, "3.1"),
            (outside["handling"].Text(), outside["answeredOn"].Text(), outside["calendarBasis"].Text(), outside["reference"].Text()));
        Assert.Equal(basis == "statute", outside["text"].Text()!.Contains("день может измениться", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("individual", "hotline", Day)] // within hours
    [InlineData("legal-entity", "hotline", Night)] // for organisations section 2.3 alone counts, and says round the clock
    [InlineData("individual", "portal-chat", Night)]
    [InlineData("abroad", "abroad-main", Night)]
    public async Task Elsewhere_no_source_tells_what_becomes_of_it(string segment, string channel, string at) =>
        Assert.Null((await AskAsync(channel, $"segment={segment}&at={at}"))["outsideHours"]);

    [Theory]
    [InlineData("individual", "hotline", "1.1")]
    [InlineData("abroad", "abroad-hotline", "2.2")]
    [InlineData("abroad", "abroad-main", null)] // not stated
    public async Task The_cost_is_told_where_the_source_states_it(string segment, string channel, string? reference) =>
        Assert.Equal(reference, (await AskAsync(channel, $"segment={segment}&at={Day}"))["cost"]?["reference"].Text());

    private static async Task AssertNotesAsync(HttpClient client, string channel, string query, string[] notes)
    {
        var told = Recommendations(await client.GetJsonAsync($"/v1/best-channel?{query}")).Single(one => one["channelId"].Text() == channel)["notes"]!.AsArray();

        Assert.Equal(notes.Length, told.Count);
        Assert.All(notes.Zip(told), note =>
        {
            var (expected, found) = (note.First.Split(' ', 2), note.Second!);
            Assert.Equal(expected[0], found["reference"].Text());
            Assert.Contains(expected[1], found["text"].Text(), StringComparison.Ordinal);
        });
    }

    private async Task<JsonNode> AskAsync(string channel, string query) =>
        Recommendations(await client.GetJsonAsync($"/v1/best-channel?{query}")).Single(one => one["channelId"].Text() == channel);

    private static List<JsonNode> Recommendations(JsonNode answer) =>
        [.. answer["alternatives"]!.AsArray().Prepend(answer["best"]).OfType<JsonNode>()];
}
