using ContactsApi.Core;
using ContactsApi.Core.Corrections;
using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>A correction as the table has it.</summary>
internal sealed class CorrectionRow
{
    public const string Columns =
        """
        sequence, number, channel AS ChannelId, element, statement AS StatementId, because, should_be AS ShouldBe, reports,
        received_at AS ReceivedAt, last_reported_at AS LastReportedAt, status, judged_at AS JudgedAt, revision,
        words_ru AS Ru, words_en AS En
        """;

    public required long Sequence { get; init; }

    public required string Number { get; init; }

    public required string ChannelId { get; init; }

    public required string Element { get; init; }

    public string? StatementId { get; init; }

    public required string Because { get; init; }

    public string? ShouldBe { get; init; }

    public required long Reports { get; init; }

    public required Instant ReceivedAt { get; init; }

    public required Instant LastReportedAt { get; init; }

    public required string Status { get; init; }

    public Instant? JudgedAt { get; init; }

    public long? Revision { get; init; }

    public string? Ru { get; init; }

    public string? En { get; init; }

    public Correction ToCorrection()
    {
        var status = Value<CorrectionStatus>(Status);
        var words = Ru is null ? null : new LocalizedText(Ru, En!);
        return new(
            Number,
            new(ChannelId, Value<CorrectionElement>(Element), StatementId, Because, ShouldBe),
            Reports,
            ReceivedAt,
            LastReportedAt,
            status == CorrectionStatus.Received ? null : new Verdict(status, Revision, words),
            JudgedAt);
    }

    private static T Value<T>(string name)
        where T : struct, Enum => EnumNames<T>.TryParse(name, out var value)
            ? value
            : throw new FormatException($"There is no {typeof(T).Name} '{name}'.");
}
