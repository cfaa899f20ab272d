using System.Collections.Concurrent;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Surveys;

namespace See360.Core.Results.Views;

internal enum Measured
{
    Nps,
    Csat,
    Fcr,

    /// <summary>All ratings of a survey: its sheets are in no other survey, so that those of several can be added up.</summary>
    Ratings,

    /// <summary>One rating question of a survey: where only the number of ratings on a scale is asked for.</summary>
    Rating,
    Factor,
    Field,

    /// <summary>A factor within a field.</summary>
    Cell,
}

/// <summary>What pages count, of whatever slice.</summary>
internal readonly record struct MeasureKey(
    Measured What, BusinessField? Field = null, CompetitiveFactor? Factor = null, SurveyId? Survey = null, string? Question = null)
{
    private static readonly ConcurrentDictionary<MeasureKey, Grouping<MeasureKey>> _narrowed = [];
    private static readonly ConcurrentDictionary<MeasureKey, Grouping<MeasureKey>> _narrowedParts = [];

    /// <summary>What an answer sheet says as a whole.</summary>
    public static Grouping<MeasureKey> Headline { get; } = new(c => Of(c, lines: false, cells: false), kept: true);

    /// <summary>NPS, CSAT and FCR.</summary>
    public static Grouping<MeasureKey> Loyalty { get; } = new(c => c.Asked.Question.Kind == QuestionKind.Rating ? [] : Of(c, lines: false, cells: false), kept: true);

    /// <summary>And by factor and by field.</summary>
    public static Grouping<MeasureKey> Lines { get; } = new(c => Of(c, lines: true, cells: false), kept: true);

    /// <summary>And by factor within fields.</summary>
    public static Grouping<MeasureKey> Cells { get; } = new(c => Of(c, lines: true, cells: true), kept: true);

    /// <summary>What the ratings are narrowed to; null: they are not.</summary>
    public static MeasureKey? Narrowed(Slice slice) => slice switch
    {
        { Field: null, Factor: null } => null,
        { Field: null } => new MeasureKey(Measured.Factor, Factor: slice.Factor),
        { Factor: null } => new MeasureKey(Measured.Field, slice.Field),
        _ => new MeasureKey(Measured.Cell, slice.Field, slice.Factor),
    };

    /// <summary>Which grouping the figures of a slice as a whole need.</summary>
    public static Grouping<MeasureKey> GroupingOf(Slice slice) => Narrowed(slice) is { } key
        ? _narrowed.GetOrAdd(key, only => new Grouping<MeasureKey>(c => Only(only, c)))
        : Headline;

    /// <summary>The same for parts of a slice: which scale their ratings are shown on is known of the whole.</summary>
    public static Grouping<MeasureKey> GroupingOfParts(Slice slice) => Narrowed(slice) is { } key
        ? _narrowedParts.GetOrAdd(key, only => new Grouping<MeasureKey>(c => Only(only, c).Where(k => k.What != Measured.Rating)))
        : Headline;

    /// <summary>The headline with nothing but those ratings, and how many there are besides.</summary>
    private static IEnumerable<MeasureKey> Only(MeasureKey key, FactColumn column)
    {
        var question = column.Asked.Question;
        return question.Kind != QuestionKind.Rating
            ? Of(column, lines: false, cells: false)
            : Of(column, lines: true, cells: true).Where(k => k == key).Append(new MeasureKey(Measured.Rating, Survey: column.Asked.Survey, Question: question.Id));
    }

    private static IEnumerable<MeasureKey> Of(FactColumn column, bool lines, bool cells)
    {
        var question = column.Asked.Question;
        switch (question.Kind)
        {
            case QuestionKind.Nps:
                yield return new MeasureKey(Measured.Nps);
                break;
            case QuestionKind.Csat:
                yield return new MeasureKey(Measured.Csat);
                break;
            case QuestionKind.Fcr:
                yield return new MeasureKey(Measured.Fcr);
                break;
            case QuestionKind.Rating:
                yield return new MeasureKey(Measured.Ratings, Survey: column.Asked.Survey);
                if (lines && question.Factor is { } factor)
                {
                    yield return new MeasureKey(Measured.Factor, Factor: factor);
                }

                if (lines && question.Field is { } field)
                {
                    yield return new MeasureKey(Measured.Field, field);
                    if (cells && question.Factor is { } within)
                    {
                        yield return new MeasureKey(Measured.Cell, field, within);
                    }
                }

                break;
        }
    }
}
