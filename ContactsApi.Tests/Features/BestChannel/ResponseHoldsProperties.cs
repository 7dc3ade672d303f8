using System.Text.Json;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
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
        CatalogGenerator.Question, Generators.Zone, Generators.OneOf(Language.Ru, Language.En), Gen.Double[0, 1].Array[3]).Sample(
        (sample, zone, language, inBetween) =>
        {
            var snapshot = new CatalogSnapshot(1, sample.Directory);
            var decision = Chooser.Choose(sample.Directory, sample.Question, sample.Moment);
            var span = (decision.ValidUntil ?? sample.Moment + Duration.FromDays(400)) - sample.Moment;
            var answer = AnswerAt(sample.Moment, sample.Directory);
            // Asked backwards of a directory that was not asked before, none of these answers can rest on one that was kept.
            var unasked = new ContactDirectory(sample.Directory.Catalog);
            foreach (var within in inBetween.Select(part => span * part).Append(span - Duration.Epsilon).Where(within => within < span).OrderDescending())
                Assert.Equal(answer, AnswerAt(sample.Moment + within, unasked));

            string AnswerAt(Instant moment, ContactDirectory directory)
            {
                var query = new BestChannelQuery(sample.Question, new CallerTime(moment, zone.Id, zone), null, Explain: true);
                var response = BestChannelResponse.Of(Chooser.Choose(directory, sample.Question, moment), query, snapshot, language);
                var json = JsonSerializer.SerializeToNode(response, ContactsJson.Options)!.AsObject();
                json.Remove("moment");
                json.Remove("callerMoment");
                // "Not within 400 days" becomes an instant when that comes into sight: nothing else has changed by then.
                if (decision.ValidUntil is null)
                    json.Remove("validUntil");
                return json.ToJsonString();
            }
        },
        iter: 200);
}
