using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using See360.Api;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Storage;
using See360.Core.Users;
using See360.Functions;
using See360.Testing;

namespace See360.Azure.Tests.Hosting;

/// <summary>The Azure host's services and its gateway, in a server that routes as the worker's does, one catch-all endpoint, and that hands
/// requests on as the Functions host does: by http, from the machine itself, what stood in the headers among the trigger's data.
/// Several of them over one store are several instances of the program.</summary>
internal sealed class GatewayApplication : IAsyncDisposable
{
    public const string Password = "vier Worte und ein Komma";

    private readonly WebApplication _app;

    public GatewayApplication(
        IRecordStore? store = null, FakeClock? clock = null, RecordingMailer? mailer = null, IDataProtectionProvider? keys = null,
        FakeDurableClient? durable = null, Action<ApiOptions>? options = null, Action<IServiceCollection>? configure = null, ILoggerProvider? log = null)
    {
        (Clock, Durable) = (clock ?? new FakeClock(), durable ?? new FakeDurableClient());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "See360.Tests" });
        builder.WebHost.UseTestServer();
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        builder.Services.AddSee360Functions(Configuration());
        builder.Services
            .AddSingleton(store ?? new InMemoryRecordStore())
            .AddSingleton<IFileStore>(new InMemoryFileStore())
            .AddSingleton<IMailer>(mailer ?? new RecordingMailer())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(keys ?? new EphemeralDataProtectionProvider())
            .Configure<ApiOptions>(api =>
            {
                (api.PasswordRounds, api.Limits) = (1, RateLimits.Unlimited);
                options?.Invoke(api);
            });
        configure?.Invoke(builder.Services);
        _app = builder.Build();
        Services.GetRequiredService<Readiness>().Declare();
        _app.MapFallback("{*path}", RunAsync);
        _app.StartAsync().GetAwaiter().GetResult();
    }

    public FakeClock Clock { get; }

    public FakeDurableClient Durable { get; }

    public IServiceProvider Services => _app.Services;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Makes a class of functions as the worker does.</summary>
    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    public static IConfiguration Configuration(params (string Name, string Value)[] others)
    {
        var values = new Dictionary<string, string?>
        {
            ["See360:Tables"] = "https://see360.table.core.windows.net",
            ["See360:Blobs"] = "https://see360.blob.core.windows.net",
            ["See360:Drop"] = "https://see360drop.blob.core.windows.net",
            ["See360:Mail"] = "https://see360.germany.communication.azure.com",
            ["See360:BaseUrl"] = "https://see360.example",
            ["See360:MasterKey"] = Convert.ToBase64String(new byte[32]),
        };
        foreach (var (name, value) in others)
        {
            values[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }

    /// <summary>A browser without a session.</summary>
    /// <param name="forwarded"><c>X-Forwarded-For</c> as it reaches the Functions host.</param>
    public HttpClient Client(string? forwarded = "203.0.113.7:50123, [fd00::1]:443")
    {
        var client = new HttpClient(new CookieContainerHandler { InnerHandler = _app.GetTestServer().CreateHandler() }) { BaseAddress = new Uri("https://see360.example") };
        if (forwarded is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        }

        return client;
    }

    public async Task AddUserAsync(InstituteId institute, string userName, params Role[] roles)
    {
        var user = new User(userName, roles, Active: true, "stamp-" + userName, Get<IPasswordHash>().Hash(Password));
        await Get<UserRecords>().Users.UpdateAsync(UserRecords.Partition(institute), UserRecords.Row(userName), known => known ?? user);
    }

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<HttpClient> SignedInAsync(InstituteId institute, string userName, params Role[] roles)
    {
        await AddUserAsync(institute, userName, roles);
        var client = Client();
        using var answer = await client.PostAsJsonAsync("/api/session", new { institute = institute.ToString(), userName, password = Password });
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Add("X-See360-Csrf", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("csrf").GetString());
        return client;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task RunAsync(HttpContext http)
    {
        var seen = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        foreach (var name in seen.Keys.Where(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)))
        {
            http.Request.Headers.Remove(name);
        }

        (http.Request.Scheme, http.Connection.RemoteIpAddress) = ("http", IPAddress.Loopback);
        return Function<HttpGateway>().RunAsync(http.Request, Durable, new FakeFunctionContext(new() { ["Headers"] = JsonSerializer.Serialize(seen) }));
    }
}
