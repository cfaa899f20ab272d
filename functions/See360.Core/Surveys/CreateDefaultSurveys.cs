using See360.Core.Institutes;

namespace See360.Core.Surveys;

/// <summary>Gives a bank its seven surveys, published and not yet approved. What is there already stays as it is, so
/// it can be run again after a crash.</summary>
public sealed class CreateDefaultSurveys(SurveyRecords records, CreateSurveyFromSet create, PublishSurvey publish)
{
    public async Task<IReadOnlyList<Survey>> CreateAsync(InstituteId institute, CancellationToken cancel = default)
    {
        foreach (var wanted in DefaultSurveys.All)
        {
            var survey = await records.FindAsync(institute, wanted.Id, cancel) ?? await create.CreateAsync(institute, wanted, cancel);
            if (survey.Version == 0)
            {
                await publish.PublishAsync(institute, wanted.Id, cancel);
            }
        }

        return await records.AllAsync(institute, cancel);
    }
}
