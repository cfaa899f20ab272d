using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using See360.Core;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Storage;
using See360.Core.Tokens;
using See360.Core.Users;
using See360.Testing;

namespace See360.Api.Tests;

/// <summary>The whole HTTP side over stores of its own (<see cref="TestStores"/>) and a clock that stands still. One per test.</summary>
public sealed class See360Application : IAsyncDisposable
{
    public const string Password = "vier Worte und ein Komma";

    private readonly WebApplication _app;

    /// <param name="configure">Further services, or others in place of the usual ones.</param>
    /// <param name="map">Further endpoints.</param>
    public See360Application(
        Action<ApiOptions>? options = null, Action<IServiceCollection>? configure = null, Action<IEndpointRouteBuilder>? map = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "See360.Tests" });
        builder.WebHost.UseTestServer();
        builder.Logging.AddProvider(Log);
        builder.Services.AddRouting().AddSee360Core().AddSee360Api();
        builder.Services
            .AddSingleton<Readiness>()
            .AddSingleton<IRecordStore>(Records)
            .AddSingleton(Files)
            .AddSingleton<IMailer>(Mailer)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new SecretKeys([.. Enumerable.Range(1, 32).Select(i => (byte)i)]))
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .Configure<MailOptions>(mail => mail.BaseUrl = new Uri("https://see360.example/"))
            .Configure<ApiOptions>(api =>
            {
                api.PasswordRounds = 1;
                api.Limits = RateLimits.Unlimited;
                options?.Invoke(api);
            });
        configure?.Invoke(builder.Services);
        _app = builder.Build();
        _app.UseSee360();
        _app.MapSee360();
        map?.Invoke(_app);
        _app.Services.GetRequiredService<Readiness>().Declare();
        _app.StartAsync().GetAwaiter().GetResult();
    }

    public WatchedRecordStore Records { get; } = new(TestStores.Records());

    public IFileStore Files { get; } = TestStores.Files();

    public RecordingMailer Mailer { get; } = new();

    public FakeClock Clock { get; } = new();

    public RecordingLog Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A browser without a session: keeps cookies, speaks https, follows no redirects.</summary>
    public HttpClient Anonymous()
    {
        var cookies = new CookieContainerHandler { InnerHandler = _app.GetTestServer().CreateHandler() };
        return new HttpClient(cookies) { BaseAddress = new Uri("https://see360.example") };
    }

    /// <summary>A browser in which somebody has signed in, and which sends the header that unsafe requests need. Makes
    /// the institute and the user if they are not there yet.</summary>
    public async Task<HttpClient> SignedInAs(string institute, string userName, params Role[] roles)
    {
        await AddUserAsync(institute, userName, roles);
        var client = Anonymous();
        using var answer = await client.PostAsJsonAsync("/api/session", new { institute, userName, password = Password });
        answer.EnsureSuccessStatusCode();
        var session = await answer.Content.ReadFromJsonAsync<SignedInSession>();
        client.DefaultRequestHeaders.Add("X-See360-Csrf", session!.Csrf);
        return client;
    }

    public async Task<Institute> AddInstituteAsync(string institute)
    {
        var institutes = Get<InstituteRecords>();
        var id = InstituteId.Parse(institute);
        if (await institutes.FindAsync(id) is { } present)
        {
            return present;
        }

        var number = (await institutes.AllAsync()).Count + 1;
        var added = Institute.With(id, number, "Sparkasse " + institute);
        await institutes.Institutes.InsertAsync(InstituteRecords.Partition, institute, added);
        return added;
    }

    /// <summary>A user who has used the activation link; the password is <see cref="Password"/>.</summary>
    public async Task<User> AddUserAsync(string institute, string userName, params Role[] roles)
    {
        var id = (await AddInstituteAsync(institute)).Id;
        var user = new User(userName, roles, Active: true, "stamp-" + userName, Get<IPasswordHash>().Hash(Password));
        await Get<UserRecords>().Users.UpdateAsync(UserRecords.Partition(id), UserRecords.Row(userName), present => present ?? user);
        return user;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private sealed record SignedInSession(string Csrf);
}
