using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Organisation;

public static class OrganisationServices
{
    public static IServiceCollection AddOrganisation(this IServiceCollection services)
    {
        services.AddSingleton<OrganisationRecords>();
        services.AddSingleton<OrganisationFile>();
        services.AddSingleton<EmployeeNumbers>();
        services.AddSingleton<ImportUnits>();
        services.AddSingleton<ShowUnits>();
        services.AddSingleton<ListPeople>();
        services.AddSingleton<ImportEmployees>();
        return services;
    }
}
