using See360.Core.Institutes;
using See360.Core.Retention;
using See360.Core.Surveys;

namespace See360.Core.Results.Tables;

/// <summary>Reads what an institute's results depend on besides its cycles.</summary>
internal sealed class BankReader(InstituteId institute, InstituteRecords institutes, SurveyRecords surveys)
{
    public async Task<BankRead> ReadAsync(DateOnly today, CancellationToken cancel)
    {
        var (read, mark) = (new List<Survey>(), 0UL);
        await foreach (var survey in surveys.Surveys.RangeAsync(SurveyRecords.Partition(institute), cancel: cancel))
        {
            read.Add(survey.Value);
            mark += Mark.Of("survey", survey.Row, survey.Version);
        }

        var periods = (await institutes.FindAsync(institute, cancel))?.Retention ?? RetentionPeriods.Default;
        return new BankRead(read, mark, TableWindow.FirstWholeYear(today, periods));
    }
}

/// <param name="Mark">Fingerprint of the surveys' records.</param>
/// <param name="FirstYear">The first ISO year of which no answer has been deleted for its age.</param>
internal sealed record BankRead(IReadOnlyList<Survey> Surveys, ulong Mark, int FirstYear)
{
    public static BankRead Nothing { get; } = new([], 0, 0);
}
