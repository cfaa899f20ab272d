using Microsoft.Extensions.DependencyInjection;
using See360.Core.Results.Exports;
using See360.Core.Results.Facts;
using See360.Core.Results.Segments;
using See360.Core.Results.Slices;
using See360.Core.Results.Tables;
using See360.Core.Results.Views;

namespace See360.Core.Results;

public static class ResultsServices
{
    public static IServiceCollection AddResults(this IServiceCollection services)
    {
        services.AddSingleton<IResultTables, ResultTables>();
        services.AddSingleton<SegmentRecords>();
        services.AddSingleton<UnfoldCycle>();
        services.AddSingleton<FoldCycles>();
        services.AddSingleton<SweepSegments>();
        services.AddSingleton<FoldAll>();
        services.AddSingleton<AdvisorResults>();
        services.AddSingleton<ReturnByWeek>();
        services.AddSingleton<OrganisationCharts>();
        services.AddSingleton<ShowResults>();
        services.AddExports();
        return services;
    }
}
