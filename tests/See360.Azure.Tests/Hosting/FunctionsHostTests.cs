using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using See360.Azure.Cycles;
using See360.Core.Cycles;
using See360.Core.Users;
using See360.Functions;
using See360.Testing;

namespace See360.Azure.Tests.Hosting;

/// <summary>The Azure host's services and functions.</summary>
public sealed class FunctionsHostTests : IAsyncDisposable
{
    private readonly InMemoryRecordStore _store = new();
    private readonly GatewayApplication _app;
    private readonly TestBank _bank;

    public FunctionsHostTests()
    {
        _app = new GatewayApplication(_store);
        _bank = new TestBank(_store, _app.Clock);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public void Functions_AllOfThem_CanBeMade()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSee360Functions(GatewayApplication.Configuration());
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
        var services = new ServiceCollection().AddSee360Functions(GatewayApplication.Configuration((name, value))).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<AzureSettings>>().Value);

        Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_RoutesToTheApi_AsIfThereWereNoOtherRoute()
    {
        var client = _app.Client();

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
        using var answer = await _app.Client().PostAsync("/api/session", new ByteArrayContent(new byte[300 * 1024]));

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
        Assert.Equal([$"start RunCycle {id}"], _app.Durable.Asked);
        await _bank.AddWaitingAsync(2);
        (await client.PostAsJsonAsync("/api/week/send", new { })).EnsureSuccessStatusCode();
        Assert.Equal([$"start RunCycle {id}", $"raise {DurableCycle.Woken} {id}"], _app.Durable.Asked);
        (await client.GetAsync("/api/week")).EnsureSuccessStatusCode();
        Assert.Equal(2, _app.Durable.Asked.Count);
    }

    [Fact]
    public async Task Timer_OnMondayMorning_StartsTheWeekOnce()
    {
        await OpenAsync();
        await _bank.AddWaitingAsync(1);
        var functions = _app.Function<WeeklyCycle>();

        for (var tick = 0; tick < 24; tick++)
        {
            await functions.StartDue(new TimerInfo(), _app.Durable, CancellationToken.None);
            _app.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Single(_app.Durable.Asked);
    }

    [Fact]
    public async Task Housekeeping_AnOrchestrationHasFailed_IsStartedAgain()
    {
        await OpenAsync();
        await _bank.AddWaitingAsync(1);
        await _app.Get<StartWeek>().RunAsync(_bank.Id, "romy");
        var starter = _app.Get<CycleStarter>();
        await starter.HealAsync(_app.Durable, CancellationToken.None);
        await starter.HealAsync(_app.Durable, CancellationToken.None);
        Assert.Single(_app.Durable.Asked, a => a.StartsWith("start", StringComparison.Ordinal));

        _app.Durable.Instances[_app.Durable.Instances.Keys.Single()] = OrchestrationRuntimeStatus.Failed;
        await starter.HealAsync(_app.Durable, CancellationToken.None);

        Assert.Equal(2, _app.Durable.Asked.Count(a => a.StartsWith("start", StringComparison.Ordinal)));
    }

    private static bool IsFunction(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>() is not null;

    private async Task OpenAsync()
    {
        await _bank.OpenAsync();
        await _bank.AddSurveyAsync();
        await _bank.AddAdvisorAsync();
    }

    private async Task<HttpClient> SignedInAsync()
    {
        await OpenAsync();
        return await _app.SignedInAsync(_bank.Id, "romy@musterstadt.example", Role.SalesManagement);
    }
}
