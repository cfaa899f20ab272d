using System.Collections.Concurrent;
using See360.Core.Institutes;
using See360.Core.Results.Facts;
using See360.Core.Surveys;

namespace See360.Core.Results.Tables;

/// <summary>What is read of the answer sheets to one version of a survey.</summary>
internal sealed class SheetPlan(SurveyId survey, int version, IReadOnlyList<Question> questions, IReadOnlyList<FactColumn> columns)
{
    public SurveyId Survey => survey;

    public int Version => version;

    public IReadOnlyList<FactColumn> Columns => columns;

    /// <summary>The questions that are answered in words.</summary>
    public IReadOnlyList<Question> Texts { get; } = [.. questions.Where(q => q.Kind == QuestionKind.FreeText)];

    /// <summary>The column of the first NPS question, or -1.</summary>
    public int Nps { get; } = columns.TakeWhile(c => c.Asked.Question.Kind != QuestionKind.Nps).Count() is var place && place < columns.Count ? place : -1;

    public static SheetPlan Of(SurveyVersion version) => new(version.Survey, version.Number, version.Questions, FactBlockBuilder.ColumnsOf(version));
}

/// <summary>The plans of one institute. Versions are never changed once written, so each is read once and its columns are one object.</summary>
internal sealed class SheetPlans(InstituteId institute, SurveyRecords surveys)
{
    private readonly ConcurrentDictionary<(SurveyId, int), SheetPlan> _plans = new();

    /// <summary>Of a version that is not there: sheets to it count, none of their answers does.</summary>
    public async ValueTask<SheetPlan> OfAsync(SurveyId survey, int number, CancellationToken cancel)
    {
        if (_plans.TryGetValue((survey, number), out var known))
        {
            return known;
        }

        return await surveys.VersionAsync(institute, survey, number, cancel) is { } version
            ? _plans.GetOrAdd((survey, number), SheetPlan.Of(version))
            : new SheetPlan(survey, number, [], []);
    }
}
