using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Serialization;
using NodaTime;
using NodaTime.Text;
var d = new ContactDirectory(ShippedCatalog.Read());
int bad = 0, n = 0;
foreach (var v in JsonNode.Parse(File.ReadAllText("/work/shared/vectors/best-channel.json"))!["vectors"]!.AsArray()) {
  var r = v!["request"]!; var e = v["expected"]!; n++;
  Instant m = OffsetDateTimePattern.Rfc3339.Parse((string)e["moment"]!).Value.ToInstant();
  T En<T>(string s) => JsonSerializer.Deserialize<T>($"\"{s}\"", ContactsJson.Options)!;
  var q = new Question(En<Segment>((string)r["segment"]!)) {
    Needs = (r["need"]?.AsArray().Select(x => En<Capability>((string)x!)) ?? []).ToHashSet(),
    Exclude = (r["exclude"]?.AsArray().Select(x => (string)x!) ?? []).ToHashSet(),
    Language = r["language"] is {} l ? En<Language>((string)l!) : null,
    Topic = r["topic"] is {} t ? d.Topics[(string)t!] : null,
    Region = r["region"] is {} g ? d.Regions[(string)g!] : null,
    Urgent = (string?)r["urgent"] == "true" };
  var sw = System.Diagnostics.Stopwatch.StartNew();
  var a = Chooser.Choose(d, q, m);
  var el = sw.Elapsed.TotalMicroseconds;
  string I(Instant? i) => i is {} x ? InstantPattern.ExtendedIso.Format(x) : "null";
  string EI(JsonNode? x) => x is null ? "null" : I(OffsetDateTimePattern.Rfc3339.Parse((string)x!).Value.ToInstant());
  string P(ContactsApi.Core.Answers.Promise? p) => p is null ? "null" : $"{(p.Within is {} w ? IsoDurationConverter.Format(w) : I(p.By))} {p.Approximate}";
  string EP(JsonNode? p) => p is null ? "null" : $"{(p["within"] is {} w ? IsoDurationConverter.Format(PeriodPattern.NormalizingIso.Parse((string)w!).Value.ToDuration()) : EI(p["by"]))} {(bool)p["approximate"]!}";
  var got = $"{a.CalendarBasis} {I(a.ValidUntil)}\n" + string.Join("\n", a.Order.Select(x => $"{x.Channel.Id} {x.Outlook.State} {I(x.Outlook.Until)} {I(x.Outlook.OpensAt)} {P(x.Outlook.Answer)} {P(x.Outlook.Perhaps)}")) + "\n" + string.Join("\n", a.Ineligible.Select(x => x.Channel.Id + " " + string.Join(",", x.Reasons.Select(z => JsonSerializer.Serialize(z, ContactsJson.Options).Trim('"')))));
  var recs = (e["best"] is {} b ? new[] { b } : []).Concat(e["alternatives"]!.AsArray()!);
  var exp = $"{((string)e["calendarBasis"]! == "decree" ? "Decree" : "Statute")} {EI(e["validUntil"])}\n" + string.Join("\n", recs.Select(x => $"{x!["channelId"]} {En<ContactsApi.Core.Hours.HoursState>((string)x["availability"]!["state"]!)} {EI(x["availability"]!["until"])} {EI(x["availability"]!["opensAt"])} {EP(x["answer"])} {EP(x["perhaps"])}")) + "\n" + string.Join("\n", e["ineligible"]!.AsArray().Select(x => x!["channelId"] + " " + string.Join(",", x["reasons"]!.AsArray())));
  if (got != exp) { bad++; Console.WriteLine($"--- {v["name"]}\nGOT {got}\nEXP {exp}"); }
  if (n > 50) Console.WriteLine(el);
}
Console.WriteLine($"{n} vectors {bad} bad");
