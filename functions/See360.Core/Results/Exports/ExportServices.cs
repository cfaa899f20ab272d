using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Results.Exports;

public static class ExportServices
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<ExportRecords>()
        .AddSingleton<ExportResults>()
        .AddSingleton<ListExports>();
}
