using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Channels;

public enum ChannelKind
{
    Phone,
    Chat,
    Form,
    Email,
    Fax,
    Messenger,
    Social,
    App,
    SelfService,
    Office,
}

/// <summary>How a channel answers.</summary>
public enum Mode
{
    /// <summary>A person answers now.</summary>
    Live,

    /// <summary>A bot, voice assistant or page answers.</summary>
    Automated,

    /// <summary>A request is accepted now, and a person answers later.</summary>
    Message,
    InPerson,
}

/// <summary>What a channel can do, and so what a caller can need of it.</summary>
public enum Capability
{
    Voice,
    Text,
    Attachments,

    /// <summary>Works without signing in to the portal.</summary>
    NoLogin,
    FreeOfCharge,

    /// <summary>A person answers, at once or later.</summary>
    Human,

    /// <summary>The conversation is kept for the caller.</summary>
    History,
}

/// <summary>What opens the very way, and not only the site or app that it is in, on each platform; absent where there is none.</summary>
public sealed record PlatformLinks
{
    public Uri? Web { get; init; }

    public Uri? Android { get; init; }

    public Uri? Ios { get; init; }
}

/// <summary>How to reach a channel: a phone number in E.164, or words that tell the way, with a URI where there is one to open.</summary>
public sealed record ChannelAddress
{
    /// <summary>E.164, as <c>+78005553535</c>.</summary>
    public string? Phone { get; init; }

    /// <summary>As it was written. What may be opened is <see cref="Link"/>.</summary>
    public Uri? Uri { get; init; }

    public LocalizedText? Display { get; init; }

    public PlatformLinks? Links { get; init; }

    public Verification? Verification { get; init; }

    /// <summary>Whether both are one address, whatever somebody noted about either.</summary>
    public bool IsSameAs(ChannelAddress other) => (Phone, Uri, Display, Links) == (other.Phone, other.Uri, other.Display, other.Links);

    /// <summary>What opens the way there: <c>tel:</c> with the number, or the URI; nothing where there is none, or none that may be a link.</summary>
    public string? Link() => Phone is null ? SafeLink.Of(Uri)?.OriginalString : $"tel:{Phone}";
}

/// <summary>Whom a channel is limited to. Each value carries its reference, or <see cref="Provenance.Editorial"/>.</summary>
public sealed record Restrictions
{
    /// <summary>The reference by which the channel is for urgent requests only; absent, it is not.</summary>
    public string? UrgentOnly { get; init; }

    /// <summary>The topics it serves; empty means all.</summary>
    public IReadOnlyDictionary<string, string> Topics { get; init; } = new Dictionary<string, string>();

    /// <summary>The regions it serves, by ISO 3166-2 code; empty means all.</summary>
    public IReadOnlyDictionary<string, string> Regions { get; init; } = new Dictionary<string, string>();
}

/// <summary>What it costs to use a channel, as a passage states it.</summary>
/// <param name="Reference">The passage.</param>
public sealed record Cost(LocalizedText Text, string Reference)
{
    /// <summary>
    /// Whether the passage calls it free of charge, without a condition. That is what it says: what is sure is the capability
    /// <see cref="Capability.FreeOfCharge"/>.
    /// </summary>
    public bool SaysFree { get; init; }
}

/// <summary>A warning that goes with a recommendation of the channel.</summary>
public sealed record Notice(string Code, string Reference, LocalizedText Text)
{
    /// <summary>The states in which it is shown; empty means always.</summary>
    public IReadOnlyList<HoursState> When { get; init; } = [];
}

/// <summary>What to expect of the channel, and no warning.</summary>
/// <param name="Reference">The passage that says so, or <see cref="Provenance.Editorial"/>.</param>
public sealed record ChannelNote(LocalizedText Text, string Reference)
{
    /// <summary>The states in which it is told; empty means always.</summary>
    public IReadOnlyList<HoursState> When { get; init; } = [];
}

/// <summary>One way to reach the support centre.</summary>
public sealed record Channel(string Id, ChannelKind Kind, Mode Mode, LocalizedText Name, LocalizedText Description)
{
    /// <summary>Absent where the source gives none: such a channel is never recommended.</summary>
    public ChannelAddress? Address { get; init; }

    /// <summary>The IANA zone of its hours; Moscow's when absent.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The segments it serves, with its editorial priority in each; the lower goes first.</summary>
    public required IReadOnlyDictionary<Segment, int> Priority { get; init; }

    /// <summary>Each with its reference, or <see cref="Provenance.Editorial"/>.</summary>
    public IReadOnlyDictionary<Capability, string> Capabilities { get; init; } = new Dictionary<Capability, string>();

    /// <inheritdoc cref="Capabilities"/>
    public IReadOnlyDictionary<Language, string> Languages { get; init; } = new Dictionary<Language, string>();

    public Restrictions Restrictions { get; init; } = new();

    /// <summary>The passages that describe the channel.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>
    /// The people who answer: channels that name one desk are doors to one room, closed by the same outage. Absent, it shares them
    /// with no other channel.
    /// </summary>
    public string? Desk { get; init; }

    /// <summary>The id of the channel by which alone this one can be reached, as a voice assistant by the number it speaks on.</summary>
    public string? Through { get; init; }

    /// <summary>The channel whose statements are this one's too, as where both are doors to one room.</summary>
    public string? StatementsOf { get; init; }

    public IReadOnlyList<HoursStatement> Hours { get; init; } = [];

    public IReadOnlyList<AnswerStatement> Answers { get; init; } = [];

    /// <summary>Absent where the source does not state it.</summary>
    public Cost? Cost { get; init; }

    public IReadOnlyList<Notice> Notices { get; init; } = [];

    public IReadOnlyList<ChannelNote> Notes { get; init; } = [];

    public bool Serves(Segment segment) => Priority.ContainsKey(segment);

    /// <summary>Whether it stands for all offices, of which each has its own address.</summary>
    public bool StandsForOffices() => Kind == ChannelKind.Office && Address is null;

    public bool ServesRegion(string code) => Restrictions.Regions.Count == 0 || Restrictions.Regions.ContainsKey(code);
}
