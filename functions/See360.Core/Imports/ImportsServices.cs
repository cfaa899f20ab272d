using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace See360.Core.Imports;

public static class ImportsServices
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.TryAddSingleton(new ImportLimits());
        services.AddSingleton<ImportRecords>();
        services.AddSingleton<ImportRowKeys>();
        services.AddSingleton<SourceArchive>();
        services.AddSingleton<OwnColumnNames>();
        services.AddSingleton<ListOwnColumns>();
        services.AddSingleton<AddOwnColumn>();
        services.AddSingleton<RemoveOwnColumn>();
        services.AddSingleton<UnknownHeaders>();
        services.AddSingleton<RereadImport>();
        services.AddSingleton<ImportStates>();
        services.AddSingleton<CountUnknownAdvisors>();
        services.AddSingleton<ImportJudging>();
        services.AddSingleton<StockEntry>();
        services.AddSingleton<ReadImport>();
        services.AddSingleton<ConfirmImport>();
        services.AddSingleton<DiscardImport>();
        services.AddSingleton<ImportSends>();
        services.AddSingleton<UndoImport>();
        services.AddSingleton<ListImportRows>();
        services.AddSingleton<WriteRejectedRows>();
        services.AddSingleton<ImportDroppedFile>();
        services.AddSingleton<Templates>();
        return services;
    }
}
