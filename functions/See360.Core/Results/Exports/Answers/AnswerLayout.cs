using See360.Core.Results.Facts;
using See360.Core.Results.Views;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Results.Exports;

/// <summary>For the sheets of one version: which of its columns stands in which column of the flat table, and what its codes say.</summary>
internal sealed class AnswerLayout
{
    private readonly int[] _places;
    private readonly FlatCell[][] _cells;

    /// <param name="columns">Of the version.</param>
    /// <param name="questions">Of the flat table, in order.</param>
    public AnswerLayout(IReadOnlyList<FactColumn> columns, IReadOnlyList<AnswerKey> questions, Language language)
    {
        var place = new Dictionary<AnswerKey, int>();
        for (var n = 0; n < columns.Count; n++)
        {
            place[AnswerKey.Of(columns[n])] = n;
        }

        _places = [.. questions.Select(q => place.GetValueOrDefault(q, -1))];
        _cells = [.. _places.Select(p => p < 0 ? [] : Cells(columns[p], language))];
    }

    public FlatCell At(FactBlock block, int row, int question) =>
        _places[question] is >= 0 and var place ? _cells[question][block.Answers[place][row]] : FlatCell.Empty;

    private static FlatCell[] Cells(FactColumn column, Language language)
    {
        var cells = new FlatCell[byte.MaxValue + 1];
        cells[AnswerCode.CannotJudge] = FlatCell.Of(ExportTexts.CannotJudge.In(language));
        var choices = column.Part == ColumnPart.Chosen ? FixedChoices.YesNo : FixedChoices.For(column.Asked.Question);
        for (var code = (int)AnswerCode.First; code < cells.Length; code++)
        {
            var value = AnswerCode.Score(code);
            cells[code] = column.Asked.Scale is { } scale
                ? (scale.Holds(value) ? FlatCell.Of(value, CellForm.Answer) : FlatCell.Empty)
                : value < choices.Count ? FlatCell.Of(choices[value].Text.In(language)) : FlatCell.Empty;
        }

        return cells;
    }
}

/// <summary>What makes two columns the same one, whichever survey or version asks it: as the page of single questions has it.</summary>
/// <param name="Choice">Of a multiple choice; else 0.</param>
internal readonly record struct AnswerKey(QuestionKey Question, ScoreScale? Scale, ColumnPart Part, int Choice)
{
    public static AnswerKey Of(FactColumn column) => new(QuestionKey.Of(column.Asked.Question), column.Asked.Scale, column.Part, column.Choice);
}
