using Microsoft.Extensions.DependencyInjection;
using See360.Core.Cycles;

namespace See360.Core.Retention;

public static class RetentionServices
{
    /// <summary>The order of the walks is the order in which they are taken.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<RetentionRecords>()
        .AddSingleton<RetentionWalker>()
        .AddSingleton<CycleUnits>()
        .AddSingleton<CloseUnit>()
        .AddSingleton<RetainAll>()
        .AddSingleton<EraseParticipants>()
        .AddSingleton<ImportWalk>()
        .AddSingleton<IRetentionWalk>(provider => provider.GetRequiredService<ImportWalk>())
        .AddSingleton<IRetentionWalk, InvitedWalk>()
        .AddSingleton<IRetentionWalk, ContactLogWalk>()
        .AddSingleton<IRetentionWalk, WeekLogWalk>()
        .AddSingleton<IRetentionWalk, AnswerWalk>()
        .AddSingleton<IRetentionWalk, LinkWalk>()
        .AddSingleton(provider => new ApplyRetention(
            provider.GetRequiredService<RetentionRecords>(), provider.GetRequiredService<Surveys.SurveyRecords>(), provider.GetServices<IRetentionWalk>(),
            provider.GetRequiredService<RetentionWalker>(), provider.GetServices<IRetainedCopies>(), provider.GetRequiredService<Responses.ResponseFeed>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new ShowRetention(
            provider.GetRequiredService<RetentionRecords>(), provider.GetRequiredService<Institutes.InstituteRecords>(),
            provider.GetRequiredService<Surveys.SurveyRecords>(), provider.GetServices<IRetentionWalk>(), provider.GetRequiredService<TimeProvider>()));
}
