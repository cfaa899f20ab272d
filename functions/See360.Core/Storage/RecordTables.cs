namespace See360.Core.Storage;

/// <summary>Every table of Core, as docs/storage.md lists them (a test compares): for what moves a whole institute. A storage
/// account may hold tables of others.</summary>
public static class RecordTables
{
    public static IReadOnlyList<string> All { get; } =
    [
        "activations",
        "callbacks",
        "conceptDecisions",
        "contacts",
        "cycles",
        "employeeNumbers",
        "employees",
        "exports",
        "importColumns",
        "importFiles",
        "importRows",
        "imports",
        "institutes",
        "objections",
        "openings",
        "participants",
        "reportSchedules",
        "reportSends",
        "responses",
        "resultSegments",
        "retentionProgress",
        "retentionRuns",
        "reviewLinksDecisions",
        "selfImages",
        "sends",
        "signInFailures",
        "surveyApprovals",
        "surveyDrafts",
        "surveyNumbers",
        "surveyVersions",
        "surveys",
        "units",
        "users",
        "waiting",
        "weekStarts",
    ];
}
