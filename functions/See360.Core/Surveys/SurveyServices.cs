using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Surveys;

public static class SurveyServices
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) => services
        .AddSingleton<SurveyRecords>()
        .AddSingleton<CreateSurveyFromSet>()
        .AddSingleton<SaveSurveyDraft>()
        .AddSingleton<PublishSurvey>()
        .AddSingleton<ApproveSurvey>()
        .AddSingleton<WithdrawApproval>()
        .AddSingleton<ReviewSurvey>()
        .AddSingleton<CreateDefaultSurveys>();
}
