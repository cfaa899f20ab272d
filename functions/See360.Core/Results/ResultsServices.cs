using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Results;

public static class ResultsServices
{
    public static IServiceCollection AddResults(this IServiceCollection services)
    {
        services.AddSingleton<IResultFacts, ResponseCache>();
        return services;
    }
}
