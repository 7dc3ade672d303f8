namespace ContactsApi.Core.Checking;

/// <summary>What somebody may be reached by, or say to be reached by, in the one form in which it is compared.</summary>
public abstract record CheckedValue
{
    /// <summary>For people.</summary>
    public abstract string Text { get; }

    /// <summary>Whether what was written is read differently from how it looks: letters that stood for digits, and the like.</summary>
    public ReadingNote? Note { get; init; }

    /// <summary>Whether both are one, whatever was noted when they were read.</summary>
    public bool IsSameAs(CheckedValue other) => Bare() == other.Bare();

    protected virtual CheckedValue Bare() => this with { Note = null };
}

/// <summary>What a caller should know of how a value was read.</summary>
public enum ReadingNote
{
    /// <summary>An extension was written behind the number; it is not compared.</summary>
    ExtensionLeftOut,

    /// <summary>Letters stood where digits are meant.</summary>
    LettersForDigits,

    /// <summary>Too short to be told from others: no area or operator code.</summary>
    NumberNotWhole,

    /// <summary>The host was written in Punycode, which shows no letter as it looks.</summary>
    Punycode,

    /// <summary>Something stood before an "@" in a web address: it is no part of where the address leads.</summary>
    NameBeforeAt,
}

/// <summary>A phone number.</summary>
/// <param name="Number">E.164, as <c>+78005553535</c>; of what no whole number could be read from, the digits alone.</param>
public sealed record PhoneValue(string Number) : CheckedValue
{
    public override string Text => Number;
}

/// <summary>An e-mail address, in lower case.</summary>
public sealed record MailboxValue(string Local, HostName Domain) : CheckedValue
{
    public override string Text => $"{Local}@{Domain.Text}";
}

/// <summary>The name of an account in a messenger or social network, in lower case.</summary>
/// <param name="Site">The host of the network; nothing if it was not said.</param>
public sealed record HandleValue(string Name, HostName? Site) : CheckedValue
{
    public override string Text => Site is null ? $"@{Name}" : $"@{Name} ({Site.Text})";
}

/// <summary>A web address, without what follows a question mark or a number sign.</summary>
/// <param name="Path">In lower case, without a slash at the end; empty for the front door of a site.</param>
public sealed record PageValue(HostName Host, string Path) : CheckedValue
{
    /// <summary>What stood before the "@"; nothing if there was none.</summary>
    public string? BeforeAt { get; init; }

    public override string Text => Host.Text + Path;

    protected override CheckedValue Bare() => this with { Note = null, BeforeAt = null };
}
