using ContactsApi.Core;
using ContactsApi.Core.Checking;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Responses;
using NodaTime;

namespace ContactsApi.Features.Wording;

/// <summary>
/// What is known of a value, in plain words for whoever was just called or written to. It never says that a value is safe, and never that
/// it is a fraud: neither is known here.
/// </summary>
public static class CheckWording
{
    public static readonly LocalizedText NothingIn = new(
        "Сравнить нечего: нужен номер телефона, адрес почты, имя аккаунта, адрес сайта или содержимое QR-кода. Короткий номер, как 900, пришлите отдельно, без других слов.",
        "There is nothing to compare: a phone number, an e-mail address, an account, a web address or the content of a QR code is needed. "
        + "Send a short number, like 900, on its own, without other words.");

    private const int NamesTold = 3;

    private static readonly LocalizedText NobodyKnows = new("Чей он на самом деле, мы не знаем.", "Whose it really is we do not know.");

    private static readonly LocalizedText TellNobody = new("Коды из СМС и пароли никому не называйте.", "Tell nobody codes from SMS or passwords.");

    private static readonly LocalizedText OneDocument = new(
        "Никто не проверял, что он и правда принадлежит поддержке: справочник составлен по одному опубликованному документу.",
        "Nobody has verified that it really belongs to the support centre: the directory was made from one published document.");

    /// <summary>All of it, for one value or several.</summary>
    public static LocalizedText Of(IReadOnlyList<CheckResult> results, ContactDirectory directory) => Joined(
    [
        .. results.SelectMany(result => new[] { Understood(result.Value), Of(result, directory) }),
        .. results.Select(result => Advice(result, directory)).Distinct(),
        TellNobody,
    ]);

    /// <summary>What the value was read as.</summary>
    public static LocalizedText Understood(CheckedValue value)
    {
        var (what, shown) = (NameOf(value), Shown(value));
        var read = new LocalizedText($"Мы поняли это так: {what.Ru} {shown}.", $"We read this as the {what.En} {shown}.");
        return value.Note is { } note ? Joined([read, Of(note)]) : read;
    }

    /// <summary>What the catalog knows of it.</summary>
    public static LocalizedText Of(CheckResult result, ContactDirectory directory)
    {
        var what = NameOf(result.Value);
        return result.Verdict switch
        {
            CheckVerdict.Verified => Joined([Listed(result), Marked(result, VerificationOutcome.Verified)]),
            CheckVerdict.Listed => Joined([Listed(result), Sources(result, directory), OneDocument, .. Doubts(result, directory)]),
            CheckVerdict.Disputed => Joined([Listed(result), Marked(result, VerificationOutcome.Disputed), new(
                "Пока это не выяснено, не полагайтесь на него.", "Until that is settled, do not rely on it.")]),
            CheckVerdict.FormerlyListed => Joined(
            [
                new($"Такого {Genitive(result.Value)} в справочнике сейчас нет, но раньше он там был.", $"This {what.En} is not in the directory now. It was there before."),
                .. result.Former.Select(former => Of(former, directory)),
            ]),
            CheckVerdict.LookAlike => Joined(
            [
                new(
                    $"Такого {Genitive(result.Value)} в справочнике нет, но он похож на {ShownListed(result.Listed[0], Language.Ru)} ({Names(result, NameOf).Ru}). Отличие: {result.Difference!.Text.Ru}.",
                    $"It is not in the directory, but looks like {ShownListed(result.Listed[0], Language.En)} ({Names(result, NameOf).En}). The difference: {result.Difference.Text.En}."),
                new($"Это не то же самое. {NobodyKnows.Ru}", $"It is not the same. {NobodyKnows.En}"),
            ]),
            _ => Unknown(result, what),
        };
    }

    /// <summary>What to do, whatever is known.</summary>
    public static LocalizedText Advice(CheckResult result, ContactDirectory directory) => result.Value switch
    {
        PhoneValue => Joined(
        [
            new(
                "Номер звонящего можно подделать: по тому, какой номер показал телефон, не видно, кто звонит.",
                "A caller's number can be forged: the number that the phone shows does not tell who is calling."),
            ByCallingBack(CallBack.After(result, directory)),
        ]),
        MailboxValue => new(
            "Адрес отправителя можно подделать. Не открывайте ссылки и вложения из письма, наберите адрес сайта сами.",
            "A sender's address can be forged. Open no links or attachments of the letter; type the address of the site yourself."),
        HandleValue => new(
            "Имя и картинку аккаунта легко скопировать. Прежде чем писать, сверьте адрес до последней буквы.",
            "The name and picture of an account are easily copied. Before you write, compare its address to the last letter."),
        _ => new(
            "Под надписью ссылки может скрываться другой адрес. Наберите адрес сайта сами, а не переходите по присланной ссылке.",
            "Another address may hide behind the words of a link. Type the address of the site yourself instead of following a link that was sent to you."),
    };

    /// <summary>Of several values the one that may be relied on least counts.</summary>
    public static CheckVerdict VerdictOf(IEnumerable<CheckResult> results) => results.Max(result => result.Verdict);

    /// <summary>As people write it.</summary>
    public static string Shown(CheckedValue value) => value is PhoneValue { Number: ['+', ..] } phone ? ListedPhone.Of(phone.Number).International : Legible.Cleaned(value.Text);

    public static LocalizedText Of(ReadingNote note) => note switch
    {
        ReadingNote.ExtensionLeftOut => new("Добавочный номер мы не сравниваем.", "The extension is not compared."),
        ReadingNote.LettersForDigits => new("Буквы, похожие на цифры, мы прочли как цифры.", "Letters that look like digits were read as digits."),
        ReadingNote.NumberNotWhole => new(
            "В нём нет кода города или оператора, поэтому сравнить его целиком нельзя.", "It has no area or operator code, so it cannot be compared as a whole."),
        ReadingNote.Punycode => new(
            "Адрес был записан кодом, за которым букв не видно; мы показываем буквы.", "The address was written in a code that hides its letters; we show the letters."),
        _ => new("То, что стоит перед знаком @, не говорит, куда ведёт адрес.", "What stands before the @ does not tell where the address leads."),
    };

    private static LocalizedText ByCallingBack(IReadOnlyList<Contact> numbers)
    {
        if (numbers.Count == 0)
            return new("Положите трубку и найдите номер поддержки сами.", "Hang up, and look up the number of the support centre yourself.");
        var numbersRu = string.Join(", из-за границы ", numbers.Select(contact => NumberOf(contact, Language.Ru)));
        var numbersEn = string.Join(", from abroad ", numbers.Select(contact => NumberOf(contact, Language.En)));
        var doubt = numbers.All(contact => contact.IsVerified) ? new("", "")
            : numbers.Count == 1 ? new LocalizedText(" Этот номер взят из справочника; проверенным он не отмечен.", " That number is from the directory; it is not marked as verified.")
            : numbers.Any(contact => contact.IsVerified) ? new(" Эти номера взяты из справочника; проверены не все.", " These numbers are from the directory; not all are verified.")
            : new(" Эти номера взяты из справочника; проверенными они не отмечены.", " These numbers are from the directory; they are not marked as verified.");
        return new($"Положите трубку и перезвоните сами: {numbersRu}.{doubt.Ru}", $"Hang up and call back yourself: {numbersEn}.{doubt.En}");
    }

    private static string NumberOf(Contact contact, Language language) =>
        contact.Office is null ? AddressResponse.Of(contact.Channel!, language)!.Display : ListedPhone.Of(contact.Phone!).InRussia;

    private static LocalizedText Listed(CheckResult result)
    {
        var what = NameOf(result.Value);
        return new($"Такой {what.Ru} есть в справочнике: {Names(result, NameWithSegments).Ru}.", $"This {what.En} is in the directory: {Names(result, NameWithSegments).En}.");
    }

    /// <summary>What is doubtful about where it is listed.</summary>
    private static IEnumerable<LocalizedText> Doubts(CheckResult result, ContactDirectory directory) =>
        result.Listed.SelectMany(one => CallerFindings.About(one.Contact, directory)).Select(finding => finding.ToCaller!).Distinct();

    private static LocalizedText Names(CheckResult result, Func<Contact, LocalizedText> nameOf)
    {
        var contacts = result.Listed.Select(one => one.Contact).DistinctBy(contact => contact.Office?.Id ?? contact.Channel!.Id).ToList();
        var more = contacts.Count - NamesTold;
        return new(
            string.Join(", ", contacts.Take(NamesTold).Select(contact => nameOf(contact).Ru)) + (more > 0 ? $" и ещё {more}" : ""),
            string.Join(", ", contacts.Take(NamesTold).Select(contact => nameOf(contact).En)) + (more > 0 ? $" and {more} more" : ""));
    }

    private static LocalizedText NameOf(Contact contact)
    {
        var name = contact.Office?.Name ?? contact.Channel!.Name;
        return new($"«{name.Ru}»", $"“{name.En}”");
    }

    /// <summary>And for whom it is, which of an office is plain.</summary>
    private static LocalizedText NameWithSegments(Contact contact)
    {
        var (name, segments) = (NameOf(contact), contact.Channel?.Priority.Keys.Select(SegmentIn).ToList());
        return contact.Office is not null ? name : new(
            $"{name.Ru} ({string.Join(", ", segments!.Select(segment => segment.Ru))})", $"{name.En} ({string.Join(", ", segments!.Select(segment => segment.En))})");
    }

    private static LocalizedText SegmentIn(Segment segment) => segment switch
    {
        Segment.Individual => new("для граждан", "for individuals"),
        Segment.LegalEntity => new("для организаций", "for organisations"),
        _ => new("из-за границы", "from abroad"),
    };

    private static LocalizedText Sources(CheckResult result, ContactDirectory directory)
    {
        List<string> sections = [.. result.Listed.SelectMany(one => one.Contact.Channel?.References ?? []).Where(directory.Sections.ContainsKey).Distinct()];
        return sections is not [var first, ..] ? new("", "")
            : new(
                $"Об этом в источнике: раздел {first} («{directory.Sections[first].Title.Ru}»){(sections.Count > 1 ? $", а также {string.Join(", ", sections[1..])}" : "")}.",
                $"Of this in the source: section {first} (“{directory.Sections[first].Title.En}”){(sections.Count > 1 ? $", and also {string.Join(", ", sections[1..])}" : "")}.");
    }

    private static LocalizedText Marked(CheckResult result, VerificationOutcome outcome)
    {
        var mark = result.Listed.Select(one => one.Contact.Verification).OfType<Verification>().Where(mark => mark.Outcome == outcome).MaxBy(mark => mark.Date)!;
        var date = Day(mark.Date);
        return outcome == VerificationOutcome.Verified
            ? new($"Он проверен {date.Ru}: {mark.How.Ru} (кто: {mark.By}).", $"It was verified on {date.En}: {mark.How.En} (by: {mark.By}).")
            : new($"Но он вызывает сомнения с {date.Ru}: {mark.How.Ru} (кто: {mark.By}).", $"But it has been in doubt since {date.En}: {mark.How.En} (by: {mark.By}).");
    }

    private static LocalizedText Of(FormerValue former, ContactDirectory directory)
    {
        var until = Day(former.Until.InZone(MoscowTime.Zone).Date);
        var now = former.ChannelId is { } id && directory.Channels.TryGetValue(id, out var channel) ? AddressNow(channel) : null;
        var instead = now is null
            ? new LocalizedText("вместо него теперь ничего не указано", "nothing is listed in its place now")
            : new($"теперь вместо него указано: {now.Ru}", $"listed in its place now: {now.En}");
        return new($"«{former.Name.Ru}»: до {until.Ru}; {instead.Ru}.", $"“{former.Name.En}”: until {until.En}; {instead.En}.");
    }

    private static LocalizedText? AddressNow(Core.Channels.Channel channel) =>
        channel.Address is null ? null : new(AddressResponse.Of(channel, Language.Ru)!.Display, AddressResponse.Of(channel, Language.En)!.Display);

    private static LocalizedText Unknown(CheckResult result, LocalizedText what) => Joined(
    [
        new($"Такого {Genitive(result.Value)} в справочнике нет и не было.", $"This {what.En} is not in the directory and never was."),
        result.WithinSite is { } site
            ? new($"Он относится к {site}, а этот сайт в справочнике есть.", $"It is a part of {site}, and that site is in the directory.")
            : new("", ""),
        new(
            $"Это не значит, что он чужой, и не значит, что ему можно верить: справочник неполон, и сравниваем мы только с ним. {NobodyKnows.Ru}",
            $"That does not mean that it is another's, nor that it may be trusted: the directory is not complete, and we compare with nothing else. {NobodyKnows.En}"),
    ]);

    private static string ShownListed(ListedValue listed, Language language) => listed switch
    {
        { Value: PhoneValue, Contact: var contact } => NumberOf(contact, language),
        _ => Shown(listed.Value),
    };

    private static LocalizedText NameOf(CheckedValue value) => value switch
    {
        PhoneValue => new("номер", "number"),
        MailboxValue => new("адрес почты", "e-mail address"),
        HandleValue => new("аккаунт", "account"),
        _ => new("адрес сайта", "web address"),
    };

    private static string Genitive(CheckedValue value) => value switch
    {
        PhoneValue => "номера",
        MailboxValue => "адреса почты",
        HandleValue => "аккаунта",
        _ => "адреса сайта",
    };

    private static LocalizedText Day(LocalDate date)
    {
        var day = Times.Date(date);
        return new($"{day.Ru} {date.Year} г.", $"{day.En} {date.Year}");
    }

    private static LocalizedText Joined(IReadOnlyList<LocalizedText> texts) => new(
        Sentences.Joined([.. texts.Select(text => text.Ru)]), Sentences.Joined([.. texts.Select(text => text.En)]));
}
