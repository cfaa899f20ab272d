using See360.Core.Results.Facts;
using See360.Core.Surveys;

namespace See360.Core.Results.Released;

/// <summary>A confidential sheet as it was given.</summary>
internal readonly record struct RawSheet(FactBlock Block, int Row)
{
    public ushort Advisor => Block.Advisors[Row];

    public ushort Unit => Block.Units[Row];

    public ushort Week => Block.Weeks[Row];

    public ulong Participant => Block.Participants[Row];
}

/// <summary>Sheets of one place, and their answers by question, that are in no batch yet; first come first.</summary>
internal sealed class WaitingSheets
{
    private readonly Queue<byte>[] _answers;
    private readonly byte[] _unknown;
    private ushort _newest;

    public WaitingSheets(IReadOnlyList<FactColumn> columns)
    {
        _answers = [.. columns.Select(_ => new Queue<byte>())];

        // No code, where a question has no such choice.
        _unknown = [.. columns.Select(c => c.Asked.Question.Kind == QuestionKind.Fcr ? AnswerCode.OfFixed(QuestionKind.Fcr, FixedChoices.Unknown) : AnswerCode.None)];
    }

    public int Sheets { get; private set; }

    public void Add(RawSheet sheet)
    {
        (Sheets, _newest) = (Sheets + 1, Math.Max(_newest, sheet.Week));
        for (var column = 0; column < _answers.Length; column++)
        {
            var code = sheet.Block.Answers[column][sheet.Row];
            if (code >= AnswerCode.First && code != _unknown[column])
            {
                _answers[column].Enqueue(code);
            }
        }
    }

    /// <summary>Takes over what waits elsewhere.</summary>
    public void Add(WaitingSheets other)
    {
        (Sheets, _newest) = (Sheets + other.Sheets, Math.Max(_newest, other._newest));
        other.Sheets = 0;
        for (var column = 0; column < _answers.Length; column++)
        {
            while (other._answers[column].TryDequeue(out var code))
            {
                _answers[column].Enqueue(code);
            }
        }
    }

    /// <summary>Makes one batch of so many sheets, if so many wait and they are enough. Of each question it takes as many answers, or, if fewer wait, all of
    /// them; never fewer than <see cref="ReleasedBatches.Least"/>.</summary>
    public void ReleaseTo(FactBlockBuilder builder, ushort advisor, ushort unit, int size)
    {
        if (Sheets < size || size < ReleasedBatches.Least)
        {
            return;
        }

        var rows = Enumerable.Range(0, size).Select(_ => new byte[_answers.Length]).ToArray();
        for (var column = 0; column < _answers.Length; column++)
        {
            Take(_answers[column], size, rows, column);
        }

        foreach (var row in rows)
        {
            builder.Add(new FactBlockBuilder.Sheet(advisor, unit, 0, 0, _newest, SheetMarks.Customer, ReleasedBatches.Minutes(_newest), 0, row));
        }

        Sheets -= size;
    }

    /// <summary>The smallest answers to all questions in one sheet, the next in the next: who gave which together is lost, and an interval over customers is
    /// rather too wide than too narrow.</summary>
    private static void Take(Queue<byte> answers, int most, byte[][] rows, int column)
    {
        if (answers.Count < ReleasedBatches.Least)
        {
            return;
        }

        var taken = new byte[Math.Min(most, answers.Count)];
        for (var place = 0; place < taken.Length; place++)
        {
            taken[place] = answers.Dequeue();
        }

        Array.Sort(taken);
        for (var place = 0; place < taken.Length; place++)
        {
            rows[place][column] = taken[place];
        }
    }
}
