using Microsoft.AspNetCore.DataProtection;
using See360.Local.Storage;

namespace See360.Local.Web;

/// <summary>What the local edition adds to the HTTP side: the server's limits, where the keys of the cookies lie, and
/// the staff's pages from the host's web root (<c>web/dist</c>).</summary>
public static class LocalWeb
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="dataFolder">The data folder; the keys lie in <c>keys/</c> below it, readable by the owner alone.</param>
    public static WebApplicationBuilder AddSee360Web(this WebApplicationBuilder builder, string dataFolder)
    {
        var keys = new DirectoryInfo(Path.Combine(dataFolder, "keys"));
        Folder.Create(keys.FullName);
        if (!OperatingSystem.IsWindows())
        {
            keys.UnixFileMode = OwnerOnly;
        }

        builder.Services.AddDataProtection().PersistKeysToFileSystem(keys);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;

            // Larger than what the pipeline accepts: so that it can say so with a problem body. What is left to Kestrel is
            // no HTTP at all, or beyond these; that it refuses with a bare status, since there is no request to answer.
            server.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
            server.Limits.MaxRequestHeaderCount = 2000;
            server.Limits.MaxRequestLineSize = 64 * 1024;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        return builder;
    }

    /// <summary>After UseSee360, whose headers and problem details hold for the pages too.</summary>
    public static IApplicationBuilder UseSee360Web(this IApplicationBuilder app) => app.UseMiddleware<WorkPages>();
}
