using See360.Core.Institutes;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Core.Results.Reports;

/// <summary>Decides who gets the report by mail, and how often.</summary>
public sealed class SaveReportSchedule(ReportRecords records, TimeProvider clock)
{
    /// <summary>Advisors have their newsletter.</summary>
    public static IReadOnlyList<Role> Recipients { get; } = [Role.SalesManagement, Role.Head];

    /// <param name="by">User name of who decides.</param>
    /// <exception cref="BadInput">Nobody is to get it, or somebody who can't.</exception>
    public async Task<ReportSchedule> RunAsync(
        InstituteId institute, ReportRhythm rhythm, IReadOnlyCollection<Role> roles, string by, CancellationToken cancel = default)
    {
        BadInput.Demand(
            () => Demand(Enum.IsDefined(rhythm), "rhythm", "rhythm-unknown", "Bitte wählen Sie nie, wöchentlich oder monatlich.", "Please choose never, weekly or monthly."),
            () => Demand(rhythm == ReportRhythm.Never || roles.Count > 0, "roles", "roles-missing",
                "Bitte wählen Sie, wer den Bericht bekommt.", "Please choose who gets the report."),
            () => Demand(roles.All(Recipients.Contains), "roles", "roles-unknown",
                "Den Bericht können Vertriebsmanagement und Leitung bekommen. Bitte wählen Sie daraus.", "Sales management and heads can get the report. Please choose from these."));
        var schedule = new ReportSchedule(rhythm, [.. roles.Distinct().Order()], by, clock.GetUtcNow());
        return (await records.Schedules.UpdateAsync(ReportRecords.Partition(institute), ReportRecords.Present, _ => schedule, cancel))!;
    }

    private static void Demand(bool holds, string field, string code, string de, string en)
    {
        if (!holds)
        {
            throw new BadInput(field, code, new LocalizedText(de, en));
        }
    }
}
