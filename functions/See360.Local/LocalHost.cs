using See360.Api;
using See360.Core;
using See360.Core.Mail;
using See360.Local.Cycles;
using See360.Local.DropFolder;
using See360.Local.Mail;
using See360.Local.Storage;
using See360.Local.Web;

namespace See360.Local;

/// <summary>The local edition: See360 in one process, on one folder.</summary>
internal static class LocalHost
{
    /// <param name="change">What a test or a benchmark wants otherwise.</param>
    public static WebApplication Build(LocalOptions options, Action<IServiceCollection>? change = null)
    {
        var web = options.WebFolder ?? FindWeb();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = web });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        builder.AddSee360Web(options.DataFolder);
        builder.Services
            .AddSee360Core()
            .AddSee360Api()
            .AddLocalStorage(options.DataFolder)
            .AddSingleton(MasterKey.In(options.DataFolder))
            .AddSingleton(TimeProvider.System)
            .AddSingleton<Readiness>()
            .AddSingleton(_ => new CycleLock(options.DataFolder))
            .AddSingleton<CycleRunner>()
            .AddHostedService(services => services.GetRequiredService<CycleRunner>())
            .AddHostedService<HourlyRunner>()
            .AddDropFolder(options.DropFolder ?? Path.Combine(options.DataFolder, "drop"));
        builder.Services.Configure<MailOptions>(mail => mail.BaseUrl = options.BaseUrl ?? new Uri($"http://localhost:{options.Port}"));
        builder.Services.Configure<ApiOptions>(api => api.AllowedHosts = HostNames(options));
        AddMail(builder.Services, options);
        change?.Invoke(builder.Services);
        return builder.Build();
    }

    public static void Map(WebApplication app)
    {
        app.UseSee360();
        app.UseSee360Web();
        app.MapSee360();
    }

    /// <summary>This machine's own names, and that of the public address: a browser that was led here under another one
    /// (DNS rebinding) is refused.</summary>
    private static string[] HostNames(LocalOptions options)
    {
        string[] loopback = ["localhost", "127.0.0.1", "[::1]"];
        return options.BaseUrl is { } url ? [.. loopback, url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost] : loopback;
    }

    private static void AddMail(IServiceCollection services, LocalOptions options)
    {
        if (options.Smtp is { } smtp)
        {
            services.AddSmtp(smtp);
            return;
        }

        services.AddOutbox(options.DataFolder);
    }

    /// <summary>The built pages: beside the program, or in the source tree that it was built from.</summary>
    private static string FindWeb()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(beside))
        {
            return beside;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "web", "dist");
            if (Directory.Exists(built))
            {
                return built;
            }
        }

        return Directory.CreateDirectory(beside).FullName;
    }
}
