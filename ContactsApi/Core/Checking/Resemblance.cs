namespace ContactsApi.Core.Checking;

/// <summary>Whether a value that is not listed may be taken for one that is: by a slip of the eye or the finger, or because somebody meant it to be.</summary>
public sealed class Resemblance(Confusables confusables)
{
    /// <summary>A shorter name is inside too many others, and one letter away from them.</summary>
    private const int ShortestName = 6;

    /// <summary>As Russian words are written in the names of sites.</summary>
    private static readonly Dictionary<char, string> Latin = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
        .Zip("a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya e".Split(' '))
        .ToDictionary(pair => pair.First, pair => pair.Second.Trim('-'));

    /// <summary>In what they differ; nothing if nobody takes one for the other.</summary>
    public Difference? Between(CheckedValue asked, CheckedValue listed) => (asked, listed) switch
    {
        (PhoneValue { Note: not ReadingNote.NumberNotWhole } number, PhoneValue other) => Difference.OfOneSign(number.Number.TrimStart('+'), other.Number.TrimStart('+'), areDigits: true),
        (PageValue page, PageValue { Path: "" } site) =>
            OfHosts(page.Host, site.Host) ?? OfElsewhere(page, site.Host) ?? (SocialNetworks.AccountOf(page) is { } account ? OfAccount(account, site.Host) : null),
        (PageValue page, HandleValue other) when SocialNetworks.AccountOf(page) is { } account => Between(account, other),
        (PageValue page, PageValue other) when page.Host == other.Host => OfNames(page.Path, other.Path, isPart: false),
        (PageValue page, PageValue other) when page.Path == other.Path => OfHosts(page.Host, other.Host),
        (HandleValue account, HandleValue other) => account.Name == other.Name ? Difference.OfNetwork(account.Site!, other.Site!) : OfNames(account.Name, other.Name, isPart: true),
        (HandleValue account, PageValue { Path: "" } site) => OfAccount(account, site.Host),
        (MailboxValue mailbox, PageValue { Path: "" } site) => mailbox.Domain == site.Host || mailbox.Domain.IsWithin(site.Host) ? null : OfHosts(mailbox.Domain, site.Host) ?? OfName(mailbox.Local, site.Host),
        (MailboxValue mailbox, MailboxValue other) when mailbox.Domain == other.Domain => OfNames(mailbox.Local, other.Local, isPart: false),
        (MailboxValue mailbox, MailboxValue other) when mailbox.Local == other.Local => OfHosts(mailbox.Domain, other.Domain),
        _ => null,
    };

    private Difference? OfHosts(HostName asked, HostName listed)
    {
        if (asked == listed || asked.IsWithin(listed))
            return null;
        if (confusables.AreAlike(asked.Text, listed.Text))
            return Difference.OfLetters(asked.Text, listed.Text);
        if (listed.Text.Length >= ShortestName && Difference.OfOneSign(asked.Text, listed.Text, areDigits: false) is { } sign)
            return sign;
        if (listed.Name.Length < ShortestName)
            return null;
        if (asked.Labels is [var first, ..] && first == listed.Name && asked.Labels.Length <= 3 && !asked.Text.StartsWith($"{listed.Text}.", StringComparison.Ordinal))
            return Difference.OfEnding(asked, listed);
        return asked.Labels.Select(label => OfLabel(label, listed.Name)).FirstOrDefault(difference => difference is not null);
    }

    private Difference? OfLabel(string label, string name) =>
        label == name ? Difference.OfNameInside(name)
        : confusables.AreAlike(label, name) ? Difference.OfLetters(label, name)
        : InLatin(label) is { } latin && latin != label && latin == name ? Difference.OfScript(label, name)
        : Difference.OfOneSign(label, name, areDigits: false) ?? OfName(label, name);

    private Difference? OfName(string text, HostName site) => site.Name.Length < ShortestName ? null : OfName(text, site.Name);

    /// <summary>A name that another holds, in whatever letters.</summary>
    private Difference? OfName(string text, string name) =>
        text.Contains(name, StringComparison.Ordinal) ? Difference.OfNameInside(name)
        : confusables.SkeletonOf(text).Contains(confusables.SkeletonOf(name), StringComparison.Ordinal) || InLatin(text).Contains(name, StringComparison.Ordinal)
            ? Difference.OfScript(text, name)
            : null;

    private Difference? OfNames(string asked, string listed, bool isPart) =>
        confusables.AreAlike(asked, listed) ? Difference.OfLetters(asked, listed)
        : listed.Length < ShortestName ? null
        : Difference.OfOneSign(asked, listed, areDigits: false) ?? (isPart && asked.Contains(listed, StringComparison.Ordinal) ? Difference.OfNameInside(listed) : null);

    private Difference? OfAccount(HandleValue account, HostName site) => account.Name == site.Name ? Difference.OfSiteName(site) : OfName(account.Name, site);

    private static Difference? OfElsewhere(PageValue page, HostName listed) =>
        page.BeforeAt?.Contains(listed.Text, StringComparison.Ordinal) == true ? Difference.OfBeforeAt(page.Host, page.BeforeAt)
        : page.Path.Contains(listed.Text, StringComparison.Ordinal) ? Difference.OfPath(page.Host, listed)
        : null;

    private static string InLatin(string text) => string.Concat(text.Select(c => Latin.GetValueOrDefault(c) ?? c.ToString()));
}
