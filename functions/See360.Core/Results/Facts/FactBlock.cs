using See360.Core.Participants;
using See360.Core.Surveys;

namespace See360.Core.Results.Facts;

/// <summary>Which sheets a question counts.</summary>
[Flags]
public enum SheetMarks : byte
{
    Customer = 0,

    /// <summary>An advisor's self-image.</summary>
    SelfImage = 1,

    /// <summary>Entered by a telephone agent.</summary>
    Interviewer = 2,
}

/// <summary>
/// Answer sheets to one version of a survey, column by column, ordered by when they were completed; never changes. The columns of
/// answers are longer than the sheets by up to a vector's length, filled with <see cref="AnswerCode.None"/>.
/// </summary>
/// <remarks>About 23 bytes a sheet and one for each question.</remarks>
public sealed class FactBlock
{
    private KeptCount[] _kept = [];

    internal FactBlock(SurveyId survey, int version, IReadOnlyList<FactColumn> columns, int count)
    {
        (Survey, Version, Columns, Count) = (survey, version, columns, count);
        (Advisors, Units, Segments, Channels, Weeks) =
            (new ushort[count], new ushort[count], new ushort[count], new ushort[count], new ushort[count]);
        (Marks, Minutes, Participants) = (new byte[count], new int[count], new ulong[count]);
        Answers = [.. columns.Select(_ => new byte[Padded(count)])];
    }

    public SurveyId Survey { get; }

    public int Version { get; }

    public IReadOnlyList<FactColumn> Columns { get; }

    /// <summary>Sheets.</summary>
    public int Count { get; }

    internal ushort[] Advisors { get; }

    internal ushort[] Units { get; }

    internal ushort[] Segments { get; }

    internal ushort[] Channels { get; }

    /// <summary>Of the cycle: <see cref="FactTime.Of(IsoWeek)"/>.</summary>
    internal ushort[] Weeks { get; }

    internal byte[] Marks { get; }

    /// <summary>Completed: <see cref="FactTime.Of(DateTimeOffset)"/>, ascending.</summary>
    internal int[] Minutes { get; }

    /// <summary><see cref="FactTime.Of(ParticipantId)"/>.</summary>
    internal ulong[] Participants { get; }

    /// <summary>By column.</summary>
    internal byte[][] Answers { get; }

    /// <summary>What was counted of the whole block in that way; null: nothing yet.</summary>
    internal KeptCount? Kept(object layout) => Array.Find(Volatile.Read(ref _kept), k => k.IsOf(layout));

    /// <summary>Of those that several threads count at once in one way the first is kept.</summary>
    internal void Keep(KeptCount count)
    {
        var kept = Volatile.Read(ref _kept);
        while (!Array.Exists(kept, k => k.IsAs(count)))
        {
            var before = Interlocked.CompareExchange(ref _kept, [.. kept, count], kept);
            if (before == kept)
            {
                return;
            }

            kept = before;
        }
    }

    internal static int Padded(int count) => (count + ColumnKernels.Width - 1) / ColumnKernels.Width * ColumnKernels.Width;
}
