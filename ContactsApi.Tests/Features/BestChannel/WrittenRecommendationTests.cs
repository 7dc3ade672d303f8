using System.Text;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.BestChannel;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>An answer about now is put together of parts that were written for other questions; one about a moment that was named is worded anew.</summary>
public sealed class WrittenRecommendationTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    /// <summary>Few, so that most is there already, and of all kinds: states change at 8:00, 9:00 and 20:00, and the year 2027 is projected.</summary>
    private static readonly Gen<Instant> Moment = Generators.OneOf(
        Instant.FromUtc(2026, 11, 27, 16, 59), Instant.FromUtc(2026, 11, 27, 17, 0), Instant.FromUtc(2026, 11, 28, 5, 30), Instant.FromUtc(2031, 1, 3, 9, 0));

    private static readonly Gen<string> Zone = Generators.OneOf(
        [.. DateTimeZoneProviders.Tzdb.Ids.Where(id => id.StartsWith("Europe/", StringComparison.Ordinal)).Take(30), "Asia/Vladivostok", "America/New_York"]);

    private Gen<Question> Asked
    {
        get
        {
            var directory = app.Snapshot.Directory;
            var channels = directory.Channels.Keys.Order(StringComparer.Ordinal).ToArray();
            return
                from segment in Gen.Enum<Segment>()
                from topic in Gen.Int[-directory.Catalog.Topics.Count, directory.Catalog.Topics.Count - 1]
                from excluded in Generators.OneOf(channels).Array[0, 3]
                from country in Generators.OneOf<string?>(null, null, null, "DE", "RU")
                from urgent in Gen.Bool
                select new Question(segment)
                {
                    Topic = topic < 0 ? null : directory.Catalog.Topics[topic],
                    Exclude = excluded.ToHashSet(),
                    Country = country,
                    Urgent = urgent,
                };
        }
    }

    [Fact]
    public void An_answer_is_the_same_of_parts_and_worded_anew()
    {
        Gen.Select(Asked, Moment, Zone, Gen.Enum<Language>()).Sample(
            (asked, moment, zone, language) =>
            {
                var time = new CallerTime(moment, zone, DateTimeZoneProviders.Tzdb[zone]);
                var decision = Chooser.Choose(app.Snapshot.Directory, asked, moment);

                Assert.Equal(Written(time), Written(time with { IsNow = true }));

                string Written(CallerTime at) => Encoding.UTF8.GetString(MomentOfAsking.Write(
                    BestChannelResponse.Of(decision, new BestChannelQuery(asked, at), app.Snapshot, language), ContactsJson.Options, out _));
            },
            iter: 1000);
    }

    /// <summary>Steps are worded once for all who ask alike.</summary>
    [Fact]
    public void A_step_leads_to_the_address_as_the_caller_reaches_it() => Gen.Select(Asked, Moment, Gen.Enum<Language>()).Sample(
        (asked, moment, language) =>
        {
            var decision = Chooser.Choose(app.Snapshot.Directory, asked, moment);
            var time = new CallerTime(moment, MoscowTime.Zone.Id, MoscowTime.Zone) { IsNow = true };
            var answer = BestChannelResponse.Of(decision, new BestChannelQuery(asked, time), app.Snapshot, language);

            Assert.Equal(
                decision.Order.SelectMany((_, i) => decision.NextFrom(i).Steps.Select(move => Text(move))),
                answer.Alternatives.Prepend(answer.Best).OfType<RecommendationResponse>().SelectMany(one => one.Next.Select(step => step.Text)));

            string Text(NextMove move)
            {
                if (move.Then is not { } then)
                    return move.Step.Otherwise.In(language);
                var to = decision.Order[then];
                return Advice.Leading(move.Step, to, AddressResponse.Of(to.Channel, language, asked.Segment, asked.Country), language);
            }
        },
        iter: 400);
}
