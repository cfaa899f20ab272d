using See360.Core.Retention;

namespace See360.Local.DropFolder;

/// <summary>Where files are dropped, and how often the folders are looked at.</summary>
/// <param name="Root">One folder for each institute lies in it.</param>
/// <param name="Tick">A file counts once it has been the same over two ticks.</param>
public sealed record DropFolderSettings(string Root, TimeSpan Tick);

public static class DropFolderServices
{
    /// <param name="root">As a rule <c>drop/</c> below the data folder.</param>
    public static IServiceCollection AddDropFolder(this IServiceCollection services, string root, TimeSpan? tick = null)
    {
        services.AddSingleton(new DropFolderSettings(root, tick ?? TimeSpan.FromSeconds(2)));
        services.AddSingleton<DropScan>();
        services.AddSingleton<DroppedFile>();
        services.AddSingleton<IRetainedCopies, DropCopies>();
        services.AddHostedService<DropFolderWatch>();
        return services;
    }
}
