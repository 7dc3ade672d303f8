using System.Collections.Frozen;
using ContactsApi.Core;

namespace ContactsApi.Features.Pages;

/// <summary>What is doubtful, and why that matters to people who need help, by kind of finding.</summary>
/// <param name="Why">What it means for somebody who wants to reach the support centre.</param>
public sealed record QualityWords(LocalizedText Name, LocalizedText Why)
{
    public static FrozenDictionary<string, QualityWords> ByCode { get; } = new Dictionary<string, QualityWords>
    {
        ["address-missing"] = Of(
            "Адрес не указан", "No address is given", "Обратиться туда нельзя, поэтому мы туда и не отправляем.", "Nobody can turn there, so we send nobody there."),
        ["identifier-missing"] = Of(
            "Страница названа, но ссылки нет", "A page is named, but no link is given",
            "По названию легко попасть к мошенникам, поэтому мы туда не отправляем.", "By its name alone one may end up with impostors, so we send nobody there."),
        ["offices-missing"] = Of(
            "Не назван ни один офис", "No office is named", "Куда прийти лично, мы сказать не можем.", "We cannot say where to go in person."),
        ["contradicting-hours"] = Of(
            "Указаны разные часы", "Different hours are given",
            "В спорные часы могут не ответить. Тогда мы пишем «возможно, открыто» и сначала советуем то, где открыто точно.",
            "In the hours in question there may be nobody. We say “perhaps open” then, and first advise what is open for certain."),
        ["number-invalid"] = Of(
            "Такого номера не бывает", "There can be no such number", "Дозвониться не получится: номер, скорее всего, с опечаткой.", "A call cannot succeed: the number is probably mistyped."),
        ["number-of-another-country"] = Of(
            "Номер другой страны", "The number is of another country", "Ответить может посторонний, а звонок обойдётся дорого.", "A stranger may answer, and the call may be dear."),
        ["number-of-another-area"] = Of(
            "Номер другого региона", "The number is of another region", "Линия может оказаться не той, что названа.", "The line may not be the one that is named."),
        ["toll-free-claim"] = Of(
            "Звонок назван бесплатным, но номер платный", "Called free, though the number is not", "За звонок, возможно, придётся заплатить.", "The call may have to be paid for."),
        ["address-disputed"] = Of(
            "Адрес под вопросом", "The address is in doubt", "При проверке он не подтвердился: там может ответить кто-то другой.", "A check did not confirm it: somebody else may answer there."),
        ["content-unfit"] = Of(
            "Текст или ссылка с ошибкой", "A text or link is faulty", "Такой текст или ссылку мы показываем не полностью.", "Such a text or link is not shown in full."),
        ["calendar-unbalanced"] = Of(
            "Календарь выходных не сходится", "The days off do not add up", "Часы в дни переносов могут оказаться другими.", "On moved days off the hours may differ."),
        ["calendar-year-missing"] = Of(
            "Выходные следующего года ещё не утверждены", "Next year's days off are not settled yet",
            "Часы в начале года мы считаем по закону, и они могут измениться.", "We reckon the hours of that year by the law alone, and they may still change."),
        ["ambiguous-hours"] = Of(
            "Часы можно понять по-разному", "The hours can be read in several ways",
            "Обещаем только то время, которое верно при любом прочтении.", "We promise only what is right in any reading."),
        ["unstated-days"] = Of(
            "Часы указаны, а дни нет", "Hours are given, but no days", "В выходные могут не ответить.", "On days off there may be nobody."),
        ["unstated-hours"] = Of(
            "Часы не указаны", "No hours are given", "Когда там отвечают, неизвестно.", "Nobody knows when they answer there."),
        ["contradicting-answer-times"] = Of(
            "Обещан ответ в разные сроки", "An answer is promised in different times",
            "Называем самый долгий срок: ответить могут и раньше.", "We name the longest: an answer may come sooner."),
        ["official-status-not-confirmed"] = Of(
            "Не подтверждено, что аккаунт официальный", "Not confirmed as an official account",
            "Прежде чем писать туда, убедитесь, что это не мошенники.", "Before writing there make sure that these are no impostors."),
        ["same-address-in-two-roles"] = Of(
            "Один номер для разных обращений", "One number for different requests", "Уточните в начале разговора, туда ли вы попали.", "Ask first whether you have reached the right place."),
        ["same-address-with-other-hours"] = Of(
            "Один номер с разными часами", "One number with different hours", "По часам одной линии нельзя судить о другой: могут не ответить.", "The hours of one line may not hold for the other: there may be nobody."),
        ["postal-address-incomplete"] = Of(
            "Адрес офиса неполный", "An office's address is incomplete", "Уточните адрес, прежде чем ехать.", "Ask for the address before you go."),
        ["overlapping-windows"] = Of(
            "Часы указаны дважды", "Hours are given twice", "В одном из отрезков может быть опечатка.", "One of the spans may be mistyped."),
        ["suspicious-window-end"] = Of(
            "Странное время закрытия", "An odd closing time", "Закрыться могут раньше, чем указано.", "They may close sooner than it says."),
        ["window-past-midnight"] = Of(
            "Работают за полночь", "Open past midnight", "Скорее всего, так и есть; если нет, ночью не ответят.", "It is most likely so; if not, nobody answers at night."),
        ["narrower-hours-for-segment"] = Of(
            "Для кого-то часы короче", "Shorter hours for some", "Показываем вам именно ваши часы.", "You are shown the hours that are for you."),
        ["stale-facts"] = Of(
            "Давно не проверяли", "Not checked for long", "Сведения могли устареть.", "The facts may be out of date."),
    }.ToFrozenDictionary();

    private static QualityWords Of(string name, string nameEn, string why, string whyEn) => new(new(name, nameEn), new(why, whyEn));
}
