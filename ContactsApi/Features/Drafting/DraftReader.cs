using System.Linq.Expressions;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.Drafting;

/// <summary>
/// What was sent, with the faults that would make the support centre ask again: a number of the wrong length costs the sender days. What
/// is blank counts as left out.
/// </summary>
public static class DraftReader
{
    /// <summary>The longest text of several lines, in UTF-16 code units.</summary>
    public const int LongestText = 1000;

    /// <summary>The longest single line, in UTF-16 code units.</summary>
    public const int LongestLine = 200;

    private static readonly Expression<Func<DraftRequest, string?>>[] Texts =
    [
        asked => asked.Aim, asked => asked.Step, asked => asked.SystemMessage, asked => asked.WantedResult,
    ];

    private static readonly Expression<Func<DraftRequest, string?>>[] Lines =
    [
        asked => asked.Name, asked => asked.Account, asked => asked.ApplicationNumber, asked => asked.AppealNumber, asked => asked.CallbackTime,
    ];

    private static readonly LocalizedText NoInn = new(
        "ИНН состоит из 10 цифр у организации и из 12 у человека.", "An INN has 10 digits for an organisation and 12 for a person.");

    private static readonly LocalizedText NoSnils = new("СНИЛС состоит из 11 цифр.", "A SNILS has 11 digits.");

    private static readonly LocalizedText Broken = new("Нужна одна строка без управляющих символов.", "One line without control characters is needed.");

    private static readonly LocalizedText Controlled = new("Управляющие символы, кроме переноса строки, не подходят.", "Control characters other than line breaks do not fit.");

    private static readonly LocalizedText AlreadyPast = new("Это время уже прошло.", "That time is past.");

    private static readonly LocalizedText TooFar = new(
        $"Так далеко наперёд не проверить: не больше {CallbackResponse.MostDays} дней.", $"That is too far ahead to check: at most {CallbackResponse.MostDays} days.");

    /// <param name="now">A call back can only be wanted later.</param>
    /// <returns>Nothing if anything is wrong, which the reader is told.</returns>
    public static RequestDraft? Read(BodyReader<DraftRequest> body, ContactDirectory directory, Instant now)
    {
        if (body.TryGet(asked => asked.ChannelId, out var channel) && !directory.Channels.ContainsKey(channel))
            body.Refuse(asked => asked.ChannelId, QueryErrors.OneOf(directory.Channels.Keys.Order(StringComparer.Ordinal)));
        foreach (var text in Texts)
            Check(body, text, written => FaultOf(written.ReplaceLineEndings(""), LongestText, Controlled));
        foreach (var line in Lines)
            Check(body, line, written => FaultOf(written, LongestLine, Broken));
        Check(body, asked => asked.Inn, inn => DigitsOf(inn) is { Length: 10 or 12 } ? null : NoInn);
        Check(body, asked => asked.Snils, snils => DigitsOf(snils) is { Length: 11 } ? null : NoSnils);
        Check(body, asked => asked.CallbackPhone, CallbackNumber.FaultOf);
        Check(body, asked => asked.TimeZone, zone => TimeZoneIds.Parse(zone).Error);
        // Without its zone a local time cannot be judged; the zone's own error comes first.
        if ((body.TryGet(asked => asked.TimeZone, out var id) ? ZoneOf(id) : ZoneOf(null)) is { } zone)
            Check(body, asked => asked.CallbackAt, at => FaultOf(Moments.Parse(at, zone.Zone), now));
        return body.Read() is { } asked ? DraftOf(asked, directory) : null;
    }

    private static void Check(BodyReader<DraftRequest> body, Expression<Func<DraftRequest, string?>> property, Func<string, LocalizedText?> faultOf)
    {
        if (body.TryGet(property, out var text) && Said(text) is { } said && faultOf(said) is { } fault)
            body.Refuse(property, fault);
    }

    private static LocalizedText? FaultOf(string text, int longest, LocalizedText broken) =>
        text.Length > longest ? new($"Не длиннее {longest} знаков.", $"At most {longest} characters.")
        : Legible.FaultOf(text) is not null ? broken
        : null;

    private static LocalizedText? FaultOf(Parsed<Instant> at, Instant now) =>
        at.Error ?? (at.Value < now ? AlreadyPast : at.Value > now + Duration.FromDays(CallbackResponse.MostDays) ? TooFar : null);

    /// <returns>Nothing for what is no zone.</returns>
    private static CallerZone? ZoneOf(string? id) => TimeZoneIds.Parse(Said(id) ?? TimeZoneIds.Default).Value;

    private static RequestDraft DraftOf(DraftRequest asked, ContactDirectory directory) => new(directory.Channels[asked.ChannelId], asked.Segment)
    {
        Aim = Said(asked.Aim),
        Name = Said(asked.Name),
        Inn = DigitsOf(asked.Inn),
        Snils = DigitsOf(asked.Snils),
        Account = Said(asked.Account),
        ApplicationNumber = Said(asked.ApplicationNumber),
        AppealNumber = Said(asked.AppealNumber),
        Step = Said(asked.Step),
        SystemMessage = Said(asked.SystemMessage),
        WantedResult = Said(asked.WantedResult),
        CallbackPhone = Said(asked.CallbackPhone) is { } phone ? CallbackNumber.Of(phone) : null,
        CallbackTime = Said(asked.CallbackTime),
        CallbackAt = Said(asked.CallbackAt) is { } at ? Moments.Parse(at, ZoneOf(asked.TimeZone)!.Zone).Value : null,
        Zone = ZoneOf(asked.TimeZone)!,
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");

    /// <returns>Nothing for a text that is blank, or holds anything but digits, spaces and hyphens.</returns>
    private static string? DigitsOf(string? text) =>
        Said(text) is { } said && said.All(c => char.IsAsciiDigit(c) || c is ' ' or '-') ? string.Concat(said.Where(char.IsAsciiDigit)) : null;
}
