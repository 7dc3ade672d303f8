using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Wording;
using NodaTime;

namespace ContactsApi.Features.Pages;

/// <summary>The words of pages for what the service names by codes.</summary>
public static class PageWords
{
    private static readonly string[] RussianDays = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];

    private static readonly string[] ShortRussianDays = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];

    /// <summary>As <c>24 ноября</c>.</summary>
    public static LocalizedText Day(LocalDate date) => Times.Date(date);

    /// <summary>As <c>воскресенье, 22 ноября</c>.</summary>
    public static LocalizedText LongDay(LocalDate date) => new(
        $"{RussianDays[(int)date.DayOfWeek - 1]}, {Day(date).Ru}", $"{date.DayOfWeek}, {Day(date).En}");

    public static LocalizedText ShortWeekday(IsoDayOfWeek day) => new(ShortRussianDays[(int)day - 1], $"{day}"[..2]);

    public static LocalizedText Month(int month) => new(
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Months.Of(month).Ru), Months.Of(month).En);

    public static LocalizedText Of(Segment segment) => segment switch
    {
        Segment.Individual => new("Для себя", "Myself"),
        Segment.LegalEntity => new("Организация", "Organisation"),
        _ => new("За границей", "Abroad"),
    };

    public static LocalizedText Of(Capability need) => need switch
    {
        Capability.Voice => new("Поговорить голосом", "Talk by voice"),
        Capability.Text => new("Написать текстом", "Write"),
        Capability.Attachments => new("Приложить файлы", "Attach files"),
        Capability.NoLogin => new("Без входа на портал", "Without signing in"),
        Capability.FreeOfCharge => new("Бесплатно", "Free of charge"),
        Capability.Human => new("Ответ человека", "A person, no robot"),
        _ => new("Чтобы переписка сохранилась", "Keep the conversation"),
    };

    public static LocalizedText Of(DayKind kind) => kind switch
    {
        DayKind.Workday => new("рабочий день", "working day"),
        DayKind.Saturday => new("суббота", "Saturday"),
        DayKind.Sunday => new("воскресенье", "Sunday"),
        _ => new("праздник", "holiday"),
    };

    /// <summary>Why a channel is not offered, in few words.</summary>
    public static LocalizedText Of(IneligibleReason reason) => reason switch
    {
        IneligibleReason.NoAddress => new("мы не знаем, как туда обратиться", "we do not know how to reach it"),
        IneligibleReason.TopicNotServed => new("там помогают только с другим", "they help with other matters only"),
        IneligibleReason.RegionNotServed => new("только для других регионов", "for other regions only"),
        IneligibleReason.UrgentOnly => new("только для срочных обращений", "for urgent requests only"),
        IneligibleReason.NeedNotMet => new("там нет того, что вам нужно", "it lacks something that you need"),
        IneligibleReason.LanguageNotServed => new("на этом языке не отвечают", "they do not answer in this language"),
        _ => new("вы уже пробовали", "you have tried it"),
    };
}
