using See360.Core.Surveys;

namespace See360.Core.Results.Facts;

/// <summary>Which sheets are looked at. Null: all of them.</summary>
/// <param name="From">First minute (<see cref="FactTime"/>).</param>
/// <param name="To">First minute after the last.</param>
/// <param name="Advisors">By number (<see cref="TextCodes.Where"/>).</param>
/// <param name="Marks">Exactly these.</param>
public sealed record FactFilter(
    IReadOnlySet<SurveyId>? Surveys = null,
    int From = int.MinValue,
    int To = int.MaxValue,
    CodeSet? Advisors = null,
    CodeSet? Units = null,
    CodeSet? Segments = null,
    CodeSet? Channels = null,
    int? Version = null,
    SheetMarks Marks = SheetMarks.Customer)
{
    public bool Takes(FactBlock block) => (Surveys is null || Surveys.Contains(block.Survey)) && (Version is null || Version == block.Version);
}
