using See360.Core.Organisation;
using See360.Core.Surveys;

namespace See360.Core.Responses;

/// <summary>What the page of a token shows. Changes nothing: link scanners open it too.</summary>
public sealed class OpenSurvey(SurveyLinks links, SurveyLookup lookup, OrganisationRecords organisation, ResponseRecords responses)
{
    /// <returns>Null for an unknown link.</returns>
    public async Task<SurveySheet?> ExecuteAsync(string token, CancellationToken cancel = default)
    {
        if (await links.FindAsync(token, cancel) is not { } link)
        {
            return null;
        }

        var (institute, participant) = (link.Institute, link.Participant);
        var advisor = await AdvisorAsync(link, cancel);
        var sheet = new SurveySheet(
            SheetState.NotOpen,
            participant.Kind,
            participant.Language,
            new SheetInstitute(
                institute.Name, institute.AccentColour, institute.Imprint, institute.PrivacyNotice,
                institute.PrivacyNoticeVersion, institute.IsDemonstration),
            advisor,
            participant.ConversationOn,
            link.Survey is null ? null : SurveyTexts.WhoSees(participant.Kind, link.Survey.Confidentiality, advisor?.Name ?? institute.Name),
            IsConfidential: link.Survey?.Confidentiality == ConfidentialityMode.Confidential,
            Questions: null,
            Answers: null,
            link.ExpiresAt is { } instant ? TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(institute.TimeZone)) : null,
            [.. institute.PageLinks.Where(page => ReviewLinks.IsSafe(page.Url))]);
        return link.State switch
        {
            LinkState.Objected => sheet with { State = SheetState.Objected },
            LinkState.NotOpen => sheet,
            _ => await WithAnswersAsync(sheet, link, cancel),
        };
    }

    private async Task<SurveySheet> WithAnswersAsync(SurveySheet sheet, SurveyLink link, CancellationToken cancel)
    {
        var response = (await responses.Responses.ReadAsync(link.ResponsePartition, link.ResponseRow, cancel))?.Value;
        if (link.State == LinkState.Expired)
        {
            return sheet with { State = response?.CompletedAt is null ? SheetState.Expired : SheetState.Final };
        }

        var number = response?.Version ?? link.Survey!.Version;
        var version = await lookup.VersionAsync(link.Institute.Id, link.Survey!.Id, number, link.Participant.Kind, cancel);
        if (version is null)
        {
            return sheet;
        }

        return sheet with
        {
            State = SheetState.Open,
            Language = response?.Language ?? sheet.Language,
            Questions = version,
            Answers = response is null
                ? new SheetAnswers(0, number, new Dictionary<string, Answer>(), null, HasUnsentChanges: false, CallbackRequested: false, [])
                : SheetAnswers.Of(response, version, link.Institute),
        };
    }

    private async Task<SheetAdvisor?> AdvisorAsync(SurveyLink link, CancellationToken cancel)
    {
        var employee = await organisation.EmployeeAsync(link.Institute.Id, link.Participant.Advisor, cancel);
        return employee is null
            ? null
            : new SheetAdvisor(employee.FullName, SurveyTexts.Address(employee), employee is { Photo: not null, PhotoConsentAt: not null });
    }
}
