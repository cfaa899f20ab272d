using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Api.Imports;

internal sealed record CodeText(string Code, string Text);

/// <param name="By">Name of the person, or empty for the drop folder.</param>
/// <param name="Counts">As the rows stand now.</param>
/// <param name="Sent">Null: no invitation has left.</param>
/// <param name="AlreadyInvited">Of one that was undone while it was being sent: invitations that could not be held back.</param>
/// <param name="Later">Of a preview: rows in quarantine that confirming takes over, too; they wait until it is over.</param>
/// <param name="AlreadyImported">True in the answer to an upload that changed nothing, because these bytes are there.</param>
internal sealed record ImportView(
    string Id, string FileName, DateTimeOffset At, string By, ImportState State, int Rows, IReadOnlyDictionary<ParticipantState, int> Counts,
    IReadOnlyList<CodeText> Warnings, Attestation? Attestation, DateTimeOffset? ConfirmedAt, DateTimeOffset? UndoneAt,
    bool CanConfirm, bool CanUndo, CodeText? Refused, bool AlreadyImported, SentView? Sent, int AlreadyInvited, int Later);

/// <param name="Of">Rows that were taken over.</param>
internal sealed record SentView(int Count, int Of);

/// <param name="Line">Line in the file, from 1.</param>
/// <param name="InFile">What the file says where it could not be understood: text of a stranger.</param>
/// <param name="ParticipantId">Once confirmed.</param>
/// <param name="ErasedOn">When name, address and number were deleted because their time was over; null: they are there.</param>
internal sealed record ImportRowView(
    int Line, ParticipantState State, string Reason, string ReasonText, IReadOnlyList<CodeText> Warnings, string CustomerNumber, string Name,
    string Email, DateOnly? ConversationOn, string Advisor, string AdvisorName, string SurveyName, FieldsInFile InFile, string? ParticipantId,
    DateOnly? ErasedOn);

/// <summary>One part of a list; <paramref name="Next"/> goes into <c>?after=</c>.</summary>
internal sealed record ImportRowsView(IReadOnlyList<ImportRowView> Items, string? Next);

/// <summary>Imports as pages show them, in the language of the request.</summary>
internal sealed class ImportViews(OrganisationRecords organisation, SurveyRecords surveys, ImportStates states)
{
    public async Task<ImportView> OfAsync(InstituteId institute, Import import, Language language, bool already = false, CancellationToken cancel = default)
    {
        var unfinished = import is { State: ImportState.Confirmed, ConfirmedAt: null };
        var now = await states.ReadAsync(institute, import, cancel);
        var canUndo = import.State == ImportState.Preview || (import.State == ImportState.Confirmed && !unfinished && now.Left == 0);
        var attestation = import.Attestation is { } given ? given with { By = await NameAsync(institute, given.By, cancel) } : null;
        return new ImportView(
            import.Id.ToString(), import.FileName, import.At, await NameAsync(institute, import.By, cancel), import.State, import.Rows, now.Counts,
            Texts(import.Warnings, language), attestation, import.ConfirmedAt, import.UndoneAt,
            import.State == ImportState.Preview || unfinished, canUndo,
            import.RefusedCode is { } code ? new CodeText(code, import.RefusedText?.In(language) ?? code) : null, already,
            now.Left == 0 ? null : new SentView(now.Sent, Math.Max(now.Left, import.Counts.GetValueOrDefault(ParticipantState.Ready))), import.AlreadyInvited,
            import.State == ImportState.Preview ? import.Later : 0);
    }

    public async Task<ImportRowsView> RowsAsync(InstituteId institute, Import import, ImportRowsPage page, Language language, CancellationToken cancel)
    {
        var employees = await organisation.EmployeesAsync(institute, cancel);
        var names = (await surveys.AllAsync(institute, cancel)).ToDictionary(s => s.Id, s => s.Name.In(language));
        var places = import.Places ?? ImportColumns.Set.Match(import.Headers ?? []);
        return new ImportRowsView(
            [.. page.Rows.Select(Row)],
            page.Next?.ToString(System.Globalization.CultureInfo.InvariantCulture));

        ImportRowView Row(Participant row) => new(
            row.Line, row.State, row.Reason, row.Reason.Length == 0 ? "" : ReasonTexts.Of(row.Reason).In(language), Texts(row.Warnings, language),
            row.CustomerNumber, PersonName(row), row.Email, row.ConversationOn, row.Advisor,
            employees.TryGetValue(row.Advisor, out var advisor) ? advisor.FullName : "",
            row.Survey is { } survey ? names.GetValueOrDefault(survey, "") : "",
            FieldsInFile.Of(row, places),
            import.State == ImportState.Confirmed ? row.Id.ToString() : null,
            row.ErasedOn);
    }

    private async Task<string> NameAsync(InstituteId institute, string userName, CancellationToken cancel) =>
        userName.Length == 0 ? "" : (await organisation.EmployeeAsync(institute, userName, cancel))?.FullName ?? userName;

    /// <summary>"Frau Dr. Valerie Jakubczyk".</summary>
    private static string PersonName(Participant row) => string.Join(' ', new[]
    {
        row.Salutation == Salutation.None ? "" : row.Salutation.ToString(), row.Title, row.FirstName, row.LastName,
    }.Where(part => part.Length > 0));

    private static CodeText[] Texts(IReadOnlyList<string> codes, Language language) =>
        [.. codes.Select(code => new CodeText(code, ReasonTexts.Of(code).In(language)))];
}
