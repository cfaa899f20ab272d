using System.Buffers.Binary;
using System.Globalization;
using See360.Core.Participants;

namespace See360.Core.Tokens;

/// <summary>A participant of an institute, in 12 bytes: whose survey link, whose mail it is.</summary>
/// <param name="InstituteNumber">1 to 65,535.</param>
public readonly record struct TokenSubject(int InstituteNumber, ParticipantId Participant)
{
    public const int Bytes = 12;

    internal void Write(Span<byte> bytes)
    {
        var batch = Participant.Batch;
        BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)InstituteNumber));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], checked((ushort)batch.Week.Year));
        bytes[4] = checked((byte)batch.Week.Week);
        bytes[5] = (byte)batch.Kind;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], checked((ushort)batch.Number));
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], Participant.Number);
    }

    /// <summary>False for bytes that no participant is written as.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> bytes, out TokenSubject subject)
    {
        subject = default;
        var week = new IsoWeek(BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), bytes[4]);
        var batch = new BatchId(week, (BatchKind)bytes[5], BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]));
        var participant = new ParticipantId(batch, BinaryPrimitives.ReadInt32BigEndian(bytes[8..]));
        if (week.Year is < 2000 or > 9999 || week.Week < 1 || week.Week > ISOWeek.GetWeeksInYear(week.Year)
            || !Enum.IsDefined(batch.Kind) || batch.Number < 1 || participant.Number < 1)
        {
            return false;
        }

        subject = new TokenSubject(BinaryPrimitives.ReadUInt16BigEndian(bytes), participant);
        return true;
    }
}
