using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using See360.Api;
using See360.Azure.Cycles;
using See360.Core.Cycles;
using See360.Core.Mail;
using See360.Core.Storage;
using See360.Core.Users;
using See360.Functions;
using See360.Testing;

namespace See360.Azure.Tests.Hosting;

/// <summary>The Azure host's services and its gateway, in a server that routes as the worker's does: one catch-all endpoint.</summary>
public sealed class FunctionsHostTests : IAsyncDisposable
{
    private const string Password = "vier Worte und ein Komma";

    private readonly FakeClock _clock = new();
    private readonly InMemoryRecordStore _store = new();
    private readonly FakeDurableClient _durable = new();
    private readonly TestBank _bank;
    private readonly WebApplication _app;

    public FunctionsHostTests()
    {
        _bank = new TestBank(_store, _clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "See360.Tests" });
        builder.WebHost.UseTestServer();
        builder.Services.AddSee360Functions(Configuration());
        builder.Services
            .AddSingleton<IRecordStore>(_store)
            .AddSingleton<IFileStore>(new InMemoryFileStore())
            .AddSingleton<IMailer>(new RecordingMailer())
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .Configure<ApiOptions>(api => (api.PasswordRounds, api.Limits) = (1, RateLimits.Unlimited));
        _app = builder.Build();
        _app.Services.GetRequiredService<Readiness>().Declare();
        _app.MapFallback("{*path}", (HttpContext http) =>
            ActivatorUtilities.CreateInstance<HttpGateway>(_app.Services).RunAsync(http.Request, _durable));
        _app.StartAsync().GetAwaiter().GetResult();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public void Functions_AllOfThem_CanBeMade()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSee360Functions(Configuration());
        var services = builder.Build().Services;
        var functions = typeof(HttpGateway).Assembly.GetTypes().Where(type => type.GetMethods().Any(IsFunction)).ToList();

        Assert.All(functions, type => Assert.NotNull(ActivatorUtilities.CreateInstance(services, type)));
        string[] expected = ["DeliveryReports", "DropInbox", "Housekeeping", "HttpGateway", "RunCycle", "StartDue", "TakeTurn"];
        Assert.Equal(expected, functions.SelectMany(t => t.GetMethods().Where(IsFunction)).Select(m => m.GetCustomAttribute<FunctionAttribute>()!.Name).Order());
    }

    [Theory]
    [InlineData("See360:MasterKey", ""), InlineData("See360:MasterKey", "a2V5"), InlineData("See360:MasterKey", "???"), InlineData("See360:BaseUrl", "")]
    [InlineData("See360:Tables", "http://unencrypted.example"), InlineData("See360:Mail", "")]
    public void Settings_MissingOrUnsafe_AreNamedAtTheStart(string name, string value)
    {
        var services = new ServiceCollection().AddSee360Functions(Configuration((name, value))).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<AzureSettings>>().Value);

        Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_RoutesToTheApi_AsIfThereWereNoOtherRoute()
    {
        var client = _app.GetTestClient();

        using var health = await client.GetAsync("/api/health");
        using var nobody = await client.GetAsync("/api/week");
        using var nothing = await client.GetAsync("/api/there/is/no/such/thing");
        using var method = await client.DeleteAsync("/api/health");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed),
            (health.StatusCode, nobody.StatusCode, nothing.StatusCode, method.StatusCode));
        Assert.All([nobody, nothing, method], answer => Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType));
        Assert.True(health.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Gateway_ABodyThatIsTooLarge_Is413WithAText()
    {
        using var answer = await _app.GetTestClient().PostAsync("/api/session", new ByteArrayContent(new byte[300 * 1024]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Gateway_SomebodyPressesSend_TheCyclesAreStartedBeforeTheAnswer()
    {
        var client = await SignedInAsync();
        await _bank.AddWaitingAsync(1);

        using var answer = await client.PostAsJsonAsync("/api/week/send", new { });
        answer.EnsureSuccessStatusCode();

        var id = $"{_bank.Id}|{_bank.Week}|beratung";
        Assert.Equal([$"start RunCycle {id}"], _durable.Asked);
        await _bank.AddWaitingAsync(2);
        (await client.PostAsJsonAsync("/api/week/send", new { })).EnsureSuccessStatusCode();
        Assert.Equal([$"start RunCycle {id}", $"raise {DurableCycle.Woken} {id}"], _durable.Asked);
        (await client.GetAsync("/api/week")).EnsureSuccessStatusCode();
        Assert.Equal(2, _durable.Asked.Count);
    }

    [Fact]
    public async Task Timer_OnMondayMorning_StartsTheWeekOnce()
    {
        await OpenAsync();
        await _bank.AddWaitingAsync(1);
        var functions = ActivatorUtilities.CreateInstance<WeeklyCycle>(_app.Services);

        for (var tick = 0; tick < 24; tick++)
        {
            await functions.StartDue(new TimerInfo(), _durable, CancellationToken.None);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Single(_durable.Asked);
    }

    [Fact]
    public async Task Housekeeping_AnOrchestrationHasFailed_IsStartedAgain()
    {
        await OpenAsync();
        await _bank.AddWaitingAsync(1);
        await _app.Services.GetRequiredService<StartWeek>().RunAsync(_bank.Id, "romy");
        var starter = _app.Services.GetRequiredService<CycleStarter>();
        await starter.HealAsync(_durable, CancellationToken.None);
        await starter.HealAsync(_durable, CancellationToken.None);
        Assert.Single(_durable.Asked);

        _durable.Instances[_durable.Instances.Keys.Single()] = Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Failed;
        await starter.HealAsync(_durable, CancellationToken.None);

        Assert.Equal(2, _durable.Asked.Count(a => a.StartsWith("start", StringComparison.Ordinal)));
    }

    private static bool IsFunction(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>() is not null;

    private static IConfiguration Configuration(params (string Name, string Value)[] others)
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

    private async Task OpenAsync()
    {
        await _bank.OpenAsync();
        await _bank.AddSurveyAsync();
        await _bank.AddAdvisorAsync();
    }

    private async Task<HttpClient> SignedInAsync()
    {
        await OpenAsync();
        var user = new User("romy@musterstadt.example", [Role.SalesManagement], Active: true, "stamp", _app.Services.GetRequiredService<IPasswordHash>().Hash(Password));
        await _app.Services.GetRequiredService<UserRecords>().Users.InsertAsync(UserRecords.Partition(_bank.Id), UserRecords.Row(user.UserName), user);
        var client = new HttpClient(new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler { InnerHandler = _app.GetTestServer().CreateHandler() })
        {
            BaseAddress = new Uri("https://see360.example"),
        };
        using var answer = await client.PostAsJsonAsync("/api/session", new { institute = _bank.Id.ToString(), userName = user.UserName, password = Password });
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Add("X-See360-Csrf", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("csrf").GetString());
        return client;
    }
}
