using See360.Core.Participants;

namespace See360.Core.Results.Facts;

/// <summary>Moments, weeks and participants as numbers that sort as they do.</summary>
public static class FactTime
{
    private static readonly DateTimeOffset _epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Monday of 2000-W01.</summary>
    private static readonly DateOnly _firstMonday = new(2000, 1, 3);

    /// <summary>Whole minutes since 2000; a period's bounds are whole minutes, so nothing is lost for them.</summary>
    public static int Of(DateTimeOffset instant) => (int)Math.Clamp(Math.Floor((instant - _epoch).TotalMinutes), int.MinValue, int.MaxValue);

    public static DateTimeOffset Instant(int minutes) => _epoch.AddMinutes(minutes);

    /// <summary>Weeks since 2000-W01.</summary>
    public static ushort Of(IsoWeek week) => (ushort)((week.Monday.DayNumber - _firstMonday.DayNumber) / 7);

    public static IsoWeek Week(ushort weeks) => IsoWeek.Of(_firstMonday.AddDays(7 * weeks));

    /// <summary>Week (16 bits), kind (2), number of the batch (14), number of the participant (32).</summary>
    public static ulong Of(ParticipantId participant) =>
        ((ulong)Of(participant.Batch.Week) << 48) | ((ulong)participant.Batch.Kind << 46) | ((ulong)participant.Batch.Number << 32) | (uint)participant.Number;

    public static ParticipantId Participant(ulong packed) => new(
        new BatchId(Week((ushort)(packed >> 48)), (BatchKind)((packed >> 46) & 3), (int)((packed >> 32) & 0x3fff)), (int)(uint)packed);
}
