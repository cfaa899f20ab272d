using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using See360.Core.Storage;

namespace See360.Core.Participants;

/// <summary>
/// What participants come in: the n-th import of a week (<c>2026-W46-i0003</c>), or the self-images that one survey
/// asks for in a week (<c>2026-W46-s0003</c>, n is the survey's number). Sorts by week. Also the last part of the
/// partition that holds its participants.
/// </summary>
/// <param name="Number">1 to 9,999.</param>
public readonly record struct BatchId(IsoWeek Week, BatchKind Kind, int Number) : ITypedId<BatchId>
{
    public static bool TryParse([NotNullWhen(true)] string? text, out BatchId id)
    {
        id = default;
        if (text is not { Length: 14 } || text[8] != '-' || !IsoWeek.TryParse(text[..8], out var week) || text[9] is not ('i' or 's' or 'n')
            || !int.TryParse(text.AsSpan(10), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return false;
        }

        var kind = text[9] switch { 'i' => BatchKind.Import, 's' => BatchKind.SelfImage, _ => BatchKind.Newsletter };
        id = new BatchId(week, kind, number);
        return true;
    }

    public static BatchId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not a batch id.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Week}-{Letter}{Number:D4}");

    private char Letter => Kind switch { BatchKind.Import => 'i', BatchKind.SelfImage => 's', _ => 'n' };
}

public enum BatchKind
{
    Import,
    SelfImage,

    /// <summary>The advisors who get this week's newsletter; number is always 1. No participant records, only sends.</summary>
    Newsletter,
}

/// <summary>A participant: the n-th record of an import, or employee n asked for a self-image. Written
/// <c>2026-W46-i0003-0000017</c>. Says where the record lies, so nothing needs to be searched.</summary>
/// <param name="Number">Of an import: the record's ordinal in the file, from 1. Of a self-image: the employee's number.</param>
public readonly record struct ParticipantId(BatchId Batch, int Number) : ITypedId<ParticipantId>
{
    /// <summary>The row key within the batch's partition.</summary>
    public string Row => Number.ToString("D7", CultureInfo.InvariantCulture);

    public static bool TryParse([NotNullWhen(true)] string? text, out ParticipantId id)
    {
        id = default;
        if (text is not { Length: 22 } || text[14] != '-' || !BatchId.TryParse(text[..14], out var batch)
            || !int.TryParse(text.AsSpan(15), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return false;
        }

        id = new ParticipantId(batch, number);
        return true;
    }

    public static ParticipantId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not a participant id.");

    public override string ToString() => $"{Batch}-{Row}";
}
