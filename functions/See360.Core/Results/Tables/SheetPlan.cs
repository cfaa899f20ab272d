using System.Text;
using System.Text.Json;
using See360.Core.Results.Facts;
using See360.Core.Surveys;

namespace See360.Core.Results.Tables;

/// <summary>What is read of the answer sheets to one version of a survey.</summary>
internal sealed class SheetPlan
{
    private readonly PlannedQuestion[] _questions;

    public SheetPlan(SurveyId survey, int version, IReadOnlyList<Question> questions, IReadOnlyList<FactColumn> columns)
    {
        (Survey, Version, Columns) = (survey, version, columns);
        Texts = [.. questions.Where(q => q.Kind == QuestionKind.FreeText)];
        Nps = columns.TakeWhile(c => c.Asked.Question.Kind != QuestionKind.Nps).Count() is var place && place < columns.Count ? place : -1;
        var byQuestion = columns.Select((column, at) => (at, column)).ToLookup(c => c.column.Asked.Question.Id);
        _questions = [.. questions.DistinctBy(q => q.Id).Select(q => new PlannedQuestion(q, [.. byQuestion[q.Id]], Texts.TakeWhile(t => t.Id != q.Id).Count() is var text && text < Texts.Count ? text : -1))];
    }

    public SurveyId Survey { get; }

    public int Version { get; }

    public IReadOnlyList<FactColumn> Columns { get; }

    /// <summary>The questions that are answered in words.</summary>
    public IReadOnlyList<Question> Texts { get; }

    /// <summary>The column of the first NPS question, or -1.</summary>
    public int Nps { get; }

    public static SheetPlan Of(SurveyVersion version) => new(version.Survey, version.Number, version.Questions, FactBlockBuilder.ColumnsOf(version));

    /// <summary>Codes that were written under another one mean something else.</summary>
    public static ulong SignatureOf(IReadOnlyList<FactColumn> columns) => columns.Aggregate(Mark.Begin, (mark, column) =>
        Mark.Add(Mark.Add(Mark.Add(mark, column.Asked.Question.Id), $"{column.Asked.Question.Kind} {column.Part} {column.Asked.Scale}"), column.Choice));

    /// <summary>The question that the reader's property names.</summary>
    /// <param name="next">Where to look first: answers mostly come in the order of the questions.</param>
    public PlannedQuestion? Find(ref Utf8JsonReader reader, ref int next)
    {
        for (var tried = 0; tried < _questions.Length; tried++)
        {
            var at = next + tried < _questions.Length ? next + tried : next + tried - _questions.Length;
            if (reader.ValueTextEquals(_questions[at].Id))
            {
                next = at + 1 < _questions.Length ? at + 1 : 0;
                return _questions[at];
            }
        }

        return null;
    }
}

/// <param name="columns">Its columns, with their places.</param>
/// <param name="text">Its place among the questions in words, or -1.</param>
internal sealed class PlannedQuestion(Question question, (int Place, FactColumn Column)[] columns, int text)
{
    public byte[] Id { get; } = Encoding.UTF8.GetBytes(question.Id);

    public (int Place, FactColumn Column)[] Columns => columns;

    public int Text => text;

    public byte[][] Choices { get; } = [.. FixedChoices.For(question).Select(c => Encoding.UTF8.GetBytes(c.Id))];

    /// <summary>The place of the choice that the reader's text names, or -1.</summary>
    public int PlaceOf(ref Utf8JsonReader reader)
    {
        for (var place = 0; place < Choices.Length; place++)
        {
            if (reader.ValueTextEquals(Choices[place]))
            {
                return place;
            }
        }

        return -1;
    }
}
