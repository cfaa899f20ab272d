using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Core.Results.Facts;

/// <summary>Collects completed answer sheets to one version of a survey and makes a block of them.</summary>
/// <param name="columns"><see cref="ColumnsOf"/> of the version.</param>
public sealed class FactBlockBuilder(SurveyId survey, int version, IReadOnlyList<FactColumn> columns, FactNames names)
{
    private readonly List<Sheet> _sheets = [];

    public int Count => _sheets.Count;

    /// <summary>Every question that is measured: scores, levels (two columns), and choices (of a multiple choice one for each).</summary>
    public static IReadOnlyList<FactColumn> ColumnsOf(SurveyVersion version)
    {
        var columns = new List<FactColumn>();
        foreach (var question in version.Questions)
        {
            var asked = AskedQuestion.Of(version, question);
            switch (question.Kind)
            {
                case QuestionKind.Info or QuestionKind.FreeText:
                    break;
                case QuestionKind.MultipleChoice:
                    columns.AddRange(FixedChoices.For(question).Select((_, place) => new FactColumn(asked, ColumnPart.Chosen, place)));
                    break;
                case QuestionKind.Level:
                    columns.AddRange([new FactColumn(asked), new FactColumn(asked, ColumnPart.Desired)]);
                    break;
                default:
                    columns.Add(new FactColumn(asked));
                    break;
            }
        }

        return columns;
    }

    /// <summary>Takes a completed sheet up; a draft and a test are left out, for no result may count them.</summary>
    public void Add(Response response)
    {
        if (Read(response, columns, names) is { } sheet)
        {
            Add(sheet);
        }
    }

    public FactBlock Build()
    {
        var block = new FactBlock(survey, version, columns, _sheets.Count);
        _sheets.Sort((a, b) => (a.Minutes, a.Participant).CompareTo((b.Minutes, b.Participant)));
        for (var i = 0; i < _sheets.Count; i++)
        {
            var sheet = _sheets[i];
            (block.Advisors[i], block.Units[i], block.Segments[i], block.Channels[i]) = (sheet.Advisor, sheet.Unit, sheet.Segment, sheet.Channel);
            (block.Weeks[i], block.Marks[i], block.Minutes[i], block.Participants[i]) = (sheet.Week, (byte)sheet.Marks, sheet.Minutes, sheet.Participant);
            for (var column = 0; column < sheet.Codes.Length; column++)
            {
                block.Answers[column][i] = sheet.Codes[column];
            }
        }

        return block;
    }

    internal void Add(Sheet sheet) => _sheets.Add(sheet);

    /// <returns>Null for what no result may count: a draft, or a test.</returns>
    internal static Sheet? Read(Response response, IReadOnlyList<FactColumn> columns, FactNames names)
    {
        if (response.CompletedAt is not { } completedAt || response.Kind == ParticipantKind.Test)
        {
            return null;
        }

        var codes = new byte[columns.Count];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = response.Answers.TryGetValue(columns[i].Asked.Question.Id, out var answer) ? Code(columns[i], answer) : AnswerCode.None;
        }

        var marks = (response.Kind == ParticipantKind.SelfImage ? SheetMarks.SelfImage : 0) | (response.ByInterviewer == true ? SheetMarks.Interviewer : 0);
        return new Sheet(
            names.Advisors.Of(response.Advisor), names.Units.Of(response.Unit), names.Segments.Of(response.Segment), names.Channels.Of(response.Channel),
            FactTime.Of(response.Cycle.Week), marks, FactTime.Of(completedAt), FactTime.Of(response.Participant), codes);
    }

    private static byte Code(FactColumn column, Answer answer)
    {
        if (answer.CannotJudge == true)
        {
            return AnswerCode.CannotJudge;
        }

        if (column.Asked.Scale is { } scale)
        {
            return (column.Part == ColumnPart.Desired ? answer.Desired : answer.Score) is { } score && scale.Holds(score) ? AnswerCode.OfScore(score) : AnswerCode.None;
        }

        if (answer.Choices is not { Count: > 0 } chosen)
        {
            return AnswerCode.None;
        }

        var choices = FixedChoices.For(column.Asked.Question);
        if (column.Part == ColumnPart.Chosen)
        {
            return AnswerCode.OfChoice(chosen.Contains(choices[column.Choice].Id) ? 0 : 1);
        }

        var place = choices.TakeWhile(c => c.Id != chosen[0]).Count();
        return place < choices.Count ? AnswerCode.OfChoice(place) : AnswerCode.None;
    }

    internal readonly record struct Sheet(
        ushort Advisor, ushort Unit, ushort Segment, ushort Channel, ushort Week, SheetMarks Marks, int Minutes, ulong Participant, byte[] Codes);
}
