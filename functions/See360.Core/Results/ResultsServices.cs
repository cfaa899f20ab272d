using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Results;

public static class ResultsServices
{
    public static IServiceCollection AddResults(this IServiceCollection services)
    {
        services.AddSingleton<IResultFacts, ResponseCache>();
        services.AddSingleton<AdvisorResults>();
        services.AddSingleton<ReturnByWeek>();
        return services;
    }
}
