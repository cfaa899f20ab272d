using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Concepts;

public static class ConceptServices
{
    public static IServiceCollection AddConcepts(this IServiceCollection services) => services
        .AddSingleton<ConceptRecords>()
        .AddSingleton<AgreeConcept>()
        .AddSingleton<WithdrawConcept>()
        .AddSingleton<ShowConcept>();
}
