using See360.Core.Storage;

namespace See360.Local.Storage;

/// <summary>The stores of the local edition, below one data folder: <c>see360.db</c> and <c>files/</c>.</summary>
public static class LocalStorage
{
    public static string DatabaseIn(string dataFolder) => Path.Combine(dataFolder, "see360.db");

    /// <summary>The stores are opened when they are first asked for; a <see cref="TimeProvider"/> must be registered.</summary>
    public static IServiceCollection AddLocalStorage(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(_ =>
        {
            Folder.Create(dataFolder);
            return new SqliteRecordStore(DatabaseIn(dataFolder));
        });
        services.AddSingleton<IRecordStore>(provider => provider.GetRequiredService<SqliteRecordStore>());
        services.AddSingleton<IFileStore>(provider =>
            new LocalFileStore(Path.Combine(dataFolder, "files"), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
