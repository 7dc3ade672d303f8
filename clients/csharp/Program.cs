// Asks a service four things and a wrong one: dotnet run -- http://localhost:5080
using Contacts;
using Contacts.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;

var http = new HttpClient();
http.DefaultRequestHeaders.Add("Accept-Language", "en");
var contacts = new ContactsClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
{
    BaseUrl = args.FirstOrDefault() ?? "http://localhost:5080",
});

var answer = await contacts.V1.BestChannel.GetAsync(request =>
{
    request.QueryParameters.Segment = Segment.Individual;
    request.QueryParameters.TimeZone = "Asia/Vladivostok";
    request.QueryParameters.At = "2026-11-22T10:00:00";
    request.QueryParameters.Need = [Capability.Text];
});
var best = answer?.Best ?? throw new InvalidOperationException("Somebody is eligible.");
Console.WriteLine($"{best.Name}: {best.Availability?.State}, {best.Address?.Uri}");
Check(best.ChannelId == "portal-chat" && best.Availability?.State == HoursState.Open && answer.ValidUntil > answer.Moment);

var phones = (await contacts.V1.Channels.GetAsync(request =>
{
    request.QueryParameters.Segment = Segment.LegalEntity;
    request.QueryParameters.Kind = ChannelKind.Phone;
}))?.Channels ?? [];
Console.WriteLine(string.Join(", ", phones.Select(channel => channel.Name)));
Check(phones.Count > 1 && phones.All(channel => channel.Kind == ChannelKind.Phone));

var days = (await contacts.V1.Channels["hotline"].Schedule.GetAsync(request =>
{
    request.QueryParameters.Segment = Segment.Individual;
    request.QueryParameters.From = new Date(2026, 11, 23);
    request.QueryParameters.To = new Date(2026, 11, 29);
}))?.Days ?? [];
foreach (var day in days)
    Console.WriteLine($"{day.Date} {day.DayKind} {string.Join("; ", day.Windows!.Select(window => $"{window.Start:t} to {window.End:t} {window.State}"))}");
Check(days.Count == 7);

var answers = (await contacts.V1.BestChannel.Batch.PostAsync(new BestChannelBatchRequest
{
    Questions =
    [
        new() { Id = "a", Segment = Segment.Abroad, Country = "DE" },
        new() { Id = "b", Segment = Segment.LegalEntity, Topic = "fishing" },
    ],
}))?.Answers ?? [];
foreach (var one in answers)
    Console.WriteLine($"{one.Id} {one.Answer?.Best?.Name ?? one.Problem?.Detail}");
Check(answers is [{ Problem: null }, { Answer: null, Problem.Code: "invalid-parameters" }]);

try
{
    await contacts.V1.BestChannel.GetAsync(request =>
    {
        request.QueryParameters.Segment = Segment.Individual;
        request.QueryParameters.TimeZone = "Vladivostok";
    });
    Check(false);
}
catch (ProblemResponse problem)
{
    var (parameter, errors) = problem.Errors!.AdditionalData.Single();
    Console.WriteLine($"{problem.Status} {problem.Code} {parameter}: {string.Join(' ', ((UntypedArray)errors).GetValue().Select(error => ((UntypedString)error).GetValue()))}");
    Check(problem.Status == 400 && problem.Code == "invalid-parameters" && parameter == "timeZone");
}

static void Check(bool right, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(right))] string what = "")
{
    if (!right)
        throw new InvalidOperationException($"It is not as it should be: {what}");
}
