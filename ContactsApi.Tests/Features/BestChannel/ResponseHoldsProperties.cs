using System.Text.Json;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.BestChannel;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>The whole answer, every text included, stays as it is until its <c>validUntil</c>.</summary>
public sealed class ResponseHoldsProperties
{
    [Fact]
    public void Every_word_of_an_answer_holds_until_then() => Gen.Select(
        CatalogGenerator.Question, Generators.Zone, Generators.OneOf(Language.Ru, Language.En), Gen.Bool, Gen.Double[0, 1].Array[3]).Sample(
        (sample, zone, language, explain, inBetween) =>
        {
            var snapshot = new CatalogSnapshot(1, sample.Moment, sample.Directory);
            var (answer, validUntil) = AnswerAt(sample.Moment, sample.Directory);
            var span = (validUntil ?? sample.Moment + Duration.FromDays(400)) - sample.Moment;
            // Asked backwards of a directory that was not asked before, none of these answers can rest on one that was kept.
            var unasked = new ContactDirectory(sample.Directory.Catalog);
            foreach (var within in inBetween.Select(part => span * part).Append(span - Duration.Epsilon).Where(within => within < span).OrderDescending())
            {
                var later = AnswerAt(sample.Moment + within, unasked);
                // "Not within 400 days" becomes an instant when that comes into sight: nothing else has changed by then.
                Assert.Equal((answer, validUntil), (later.Text, validUntil is null ? null : later.ValidUntil));
            }

            (string Text, Instant? ValidUntil) AnswerAt(Instant moment, ContactDirectory directory)
            {
                var query = new BestChannelQuery(sample.Question with { Explain = explain }, new CallerTime(moment, zone.Id, zone));
                var response = BestChannelResponse.Of(Chooser.Choose(directory, query.Question, moment), query, snapshot, language);
                var json = JsonSerializer.SerializeToNode(response, ContactsJson.Options)!.AsObject();
                json.Remove("moment");
                json.Remove("callerMoment");
                json.Remove("validUntil");
                return (json.ToJsonString(), response.ValidUntil?.ToInstant());
            }
        },
        iter: 400);
}
