using See360.Core.Institutes;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Local.Demonstration;

/// <summary>The surveys of the demonstration bank: the usual seven, a confidential one of the service centre, and one among its own people.</summary>
internal sealed class DemonstrationSurveys(IServiceProvider services)
{
    public static SurveyId Service { get; } = SurveyId.Parse("kundenservice");

    public static SurveyId Maturity { get; } = SurveyId.Parse("reifegrad");

    public async Task CreateAsync(InstituteId institute, CancellationToken cancel = default)
    {
        await services.GetRequiredService<CreateDefaultSurveys>().CreateAsync(institute, cancel);
        await CreateAsync(institute, new NewSurvey(
            Service, "kundenservice", new LocalizedText("Kundenservice", "Service centre"), Confidentiality: ConfidentialityMode.Confidential, AsksSelfImage: false), cancel);
        await CreateAsync(institute, new NewSurvey(
            Maturity, "reifegrad", new LocalizedText("Reifegrad", "Maturity"), Kind: SurveyKind.Strategic, AsksSelfImage: false), cancel);
        foreach (var survey in await services.GetRequiredService<SurveyRecords>().AllAsync(institute, cancel))
        {
            await services.GetRequiredService<ApproveSurvey>().ApproveAsync(institute, survey.Id, DemonstrationPeople.SalesManagement, cancel: cancel);
        }
    }

    private async Task CreateAsync(InstituteId institute, NewSurvey wanted, CancellationToken cancel)
    {
        await services.GetRequiredService<CreateSurveyFromSet>().CreateAsync(institute, wanted, cancel);
        await services.GetRequiredService<PublishSurvey>().PublishAsync(institute, wanted.Id, cancel);
    }
}
