using NodaTime;

namespace ContactsApi.Core.Corrections;

/// <summary>What of a channel is said to be wrong.</summary>
public enum CorrectionElement
{
    Address,
    Hours,
    AnswerTime,
    Name,
    Description,
    Language,
    Capability,
    Segment,
    Region,
    Topic,

    /// <summary>Something else, as that the channel no longer exists.</summary>
    Other,
}

public enum CorrectionStatus
{
    /// <summary>No steward has judged it yet.</summary>
    Received,

    /// <summary>It was right, and a revision mended the catalog.</summary>
    Accepted,

    /// <summary>It was not, and a steward says why.</summary>
    Rejected,
}

/// <summary>What a steward made of a correction. Given once.</summary>
/// <param name="Revision">The revision that mended what was wrong; absent when it is rejected.</param>
/// <param name="Words">The reason when it is rejected; else a comment, if the steward gave one.</param>
public sealed record Verdict(CorrectionStatus Status, long? Revision, LocalizedText? Words)
{
    public static Verdict Accept(long revision, LocalizedText? comment) => new(CorrectionStatus.Accepted, revision, comment);

    public static Verdict Reject(LocalizedText reason) => new(CorrectionStatus.Rejected, null, reason);
}

/// <summary>What somebody reported, once or by several.</summary>
/// <param name="Number">By which its senders look it up; nobody can guess it.</param>
/// <param name="Report">In the words of the first who sent it.</param>
/// <param name="Reports">How many times it was sent.</param>
/// <param name="Verdict">Absent while it is open.</param>
public sealed record Correction(string Number, Report Report, long Reports, Instant ReceivedAt, Instant LastReportedAt, Verdict? Verdict, Instant? JudgedAt)
{
    public CorrectionStatus Status => Verdict?.Status ?? CorrectionStatus.Received;
}
