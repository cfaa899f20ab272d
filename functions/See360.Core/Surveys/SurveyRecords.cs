using System.Globalization;
using See360.Core.Institutes;
using See360.Core.Storage;

namespace See360.Core.Surveys;

public sealed class SurveyRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: survey.</summary>
    public Table<Survey> Surveys { get; } = new(store, "surveys");

    /// <summary>Partition: <c>institute|survey</c>; row: version number (D4). Never changed once written.</summary>
    public Table<SurveyVersion> Versions { get; } = new(store, "surveyVersions");

    /// <summary>What is being worked on. Partition: institute; row: the survey's number (D4).</summary>
    public Table<SurveyDraft> Drafts { get; } = new(store, "surveyDrafts");

    /// <summary>Numbers given to surveys. Partition: institute; row: number (D4).</summary>
    public Table<SurveyNumber> Numbers { get; } = new(store, "surveyNumbers");

    /// <summary>Former decisions on the approval; the latest stands in the survey's record. Partition:
    /// <c>institute|survey</c>; row: 999,999 − number (D6). Never changed once written.</summary>
    public Table<ApprovalDecision> Approvals { get; } = new(store, "surveyApprovals");

    public static string Partition(InstituteId institute) => institute.ToString();

    public static string VersionPartition(InstituteId institute, SurveyId survey) => $"{institute}|{survey}";

    public static string VersionRow(int number) => number.ToString("D4", CultureInfo.InvariantCulture);

    public async Task<Survey?> FindAsync(InstituteId institute, SurveyId survey, CancellationToken cancel = default) =>
        (await Surveys.ReadAsync(Partition(institute), survey.ToString(), cancel))?.Value;

    public async Task<SurveyVersion?> VersionAsync(InstituteId institute, SurveyId survey, int number, CancellationToken cancel = default) =>
        (await Versions.ReadAsync(VersionPartition(institute, survey), VersionRow(number), cancel))?.Value;

    public Task<List<Survey>> AllAsync(InstituteId institute, CancellationToken cancel = default) =>
        Surveys.ListAsync(Partition(institute), cancel: cancel);
}
