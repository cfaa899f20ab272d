using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using See360.Api;
using See360.Azure.Cycles;
using See360.Azure.Drop;
using See360.Azure.Mail;
using See360.Azure.Storage;
using See360.Azure.Tests.Hosting;
using See360.Azure.Tests.Mail;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Surveys.Sets;
using See360.Core.Tokens;
using See360.Core.Users;
using See360.Functions;
using See360.Local.Demonstration;
using See360.Testing;

namespace See360.Azure.Tests.Costs;

/// <summary>A bank as docs/costs.md assumes it: ten advisors, an export of 56 rows a week of which 45 become invitations, 16 answers. Its host is
/// that of the Azure edition; tables and blobs are reached through a proxy that counts; the scheduler of orchestrations is played here.</summary>
internal sealed class TypicalBank : IAsyncDisposable
{
    public const int Rows = 56;
    public const int Invited = 45;
    public const int Opened = 30;
    public const int Answered = 16;
    public const int Advisors = 10;
    private const string Password = "vier Worte und ein Komma";
    private const string Manager = "romy@sparkasse-musterstadt.example";

    private readonly CountingProxy _proxy;
    private readonly CountingStore _counted;
    private readonly FakeCommunicationServices _carrier;
    private readonly WebApplication _app;
    private readonly BlobContainerClient _drop;
    private readonly TestBank _bank;
    private readonly SurveyVersion _version;
    private readonly FakeDurableClient _durable = new();
    private readonly Dictionary<string, DateTimeOffset> _waiting = [];
    private readonly DemonstrationAnswers _answers = new(360);
    private readonly HashSet<Guid> _reported = [];
    private StoreOperations _taken;
    private int _week;

    private TypicalBank(string emulator, bool onTables, CountingProxy proxy, FakeCommunicationServices carrier)
    {
        (_proxy, _carrier) = (proxy, carrier);
        var prefix = "t" + Guid.NewGuid().ToString("N")[..12];
        var memory = new InMemoryRecordStore();
        IRecordStore Store(string connection) => onTables
            ? new TableRecordStore(StorageClients.Tables(connection), new StorageAttempts(TimeProvider.System), prefix)
            : memory;
        _counted = new CountingStore(Store(proxy.ConnectionString));
        BlobContainerClient Container(string connection, string kind) => new BlobServiceClient(connection).GetBlobContainerClient(kind + prefix);
        _bank = new TestBank(Store(emulator), Clock);
        var set = QuestionSets.All[0];
        _version = new SurveyVersion(SurveyId.Parse("beratung"), 1, Clock.GetUtcNow(), set.RatingScale, set.Introduction, set.Thanks, set.Questions);
        _drop = Container(emulator, "d");
        _drop.CreateIfNotExists();
        Container(emulator, "f").CreateIfNotExists();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "See360.Tests" });
        builder.WebHost.UseTestServer();
        builder.Services.AddSee360Functions(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["See360:Emulator"] = proxy.ConnectionString,
            ["See360:BaseUrl"] = "https://see360.example",
            ["See360:MasterKey"] = Convert.ToBase64String(new byte[32]),
        }).Build());
        builder.Services
            .AddSingleton<IRecordStore>(_counted)
            .AddSingleton<IFileStore>(new BlobFileStore(Container(proxy.ConnectionString, "f")))
            .AddSingleton<IMailer>(new CommunicationMailer(MailClients.Create(carrier.ConnectionString), NullLogger<CommunicationMailer>.Instance))
            .AddSingleton(services => ActivatorUtilities.CreateInstance<DropBlobs>(services, Container(proxy.ConnectionString, "d")))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .Configure<ApiOptions>(api => (api.PasswordRounds, api.Limits) = (1, RateLimits.Unlimited));
        _app = builder.Build();
        _app.Services.GetRequiredService<Readiness>().Declare();
        _app.MapFallback("{*path}", (HttpContext http) =>
        {
            Ran("HttpGateway");
            return ActivatorUtilities.CreateInstance<HttpGateway>(_app.Services).RunAsync(http.Request, _durable, new FakeFunctionContext([]));
        });
    }

    public FakeClock Clock { get; } = new(FakeClock.Monday.AddHours(-1));

    /// <summary>Executions of functions since <see cref="Take"/>.</summary>
    private Dictionary<string, int> Executions { get; } = [];

    /// <param name="onTables">False: records in memory, which is faster and counts the same.</param>
    public static async Task<TypicalBank> OpenAsync(string emulator, bool onTables)
    {
        var bank = new TypicalBank(emulator, onTables, await CountingProxy.StartAsync(emulator), await FakeCommunicationServices.StartAsync());
        await bank._app.StartAsync();
        await bank._bank.OpenAsync();
        await bank._bank.Institutes.Institutes.UpdateAsync(InstituteRecords.Partition, bank._bank.Id.ToString(),
            stored => stored! with { AttestsExistingCustomers = new Attestation(Manager, bank.Clock.GetUtcNow()) });
        await bank._bank.AddSurveyAsync();
        await bank._bank.Surveys.Versions.InsertAsync(SurveyRecords.VersionPartition(bank._bank.Id, bank._version.Survey), SurveyRecords.VersionRow(1), bank._version);
        for (var n = 1; n <= Advisors; n++)
        {
            var advisor = await bank._bank.AddAdvisorAsync(n);
            await bank.AddUserAsync(advisor.UserName, Role.Advisor);
        }

        await bank.AddUserAsync(Manager, Role.SalesManagement);
        return bank;
    }

    /// <summary>What was counted since the last time. Of tables, what the store was asked, which is what goes over the wire.</summary>
    public Dictionary<string, int> Take()
    {
        var counts = TakeFromTheWire().Where(c => !c.Key.StartsWith("table", StringComparison.Ordinal)).ToDictionary();
        var asked = _counted.Operations - _taken;
        _taken = _counted.Operations;
        (counts["table read"], counts["table range"], counts["table write"]) = (asked.Reads, asked.Ranges, asked.Batches);
        foreach (var (name, count) in Executions)
        {
            counts[name] = count;
        }

        Executions.Clear();
        return counts;
    }

    public IReadOnlyDictionary<string, int> TakeFromTheWire() => _proxy.Take();

    /// <summary>Mails that the carrier took so far, and their bytes as they are handed over.</summary>
    public (int Count, long Bytes) Mails => (_carrier.Taken.Count, _carrier.Taken.Values.Sum(mail => (long)Encoding.UTF8.GetByteCount(mail.GetRawText())));

    /// <summary>The week's export comes by SFTP, and its event.</summary>
    public async Task DropAsync()
    {
        _week++;
        var lines = new StringBuilder("Kundennummer;Anrede;Vorname;Nachname;E-Mail;Gesprächsdatum;Berater;Umfrage\r\n");
        for (var n = 1; n <= Rows; n++)
        {
            var number = (_week * 1000) + n;
            var day = Clock.GetUtcNow().AddDays(-3).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
            lines.Append(CultureInfo.InvariantCulture,
                $"{number:D10};Frau;Erika;Muster{n};{(n <= Invited ? $"kunde{number}@kunde.example" : "ohne")};{day};berater{1 + (n % Advisors)}@sparkasse-musterstadt.example;Beratung\r\n");
        }

        var name = $"{_bank.Id}/geko-{_week}.csv";
        await _drop.GetBlobClient(name).UploadAsync(BinaryData.FromString(lines.ToString()));
        Ran("DropInbox");
        await _app.Services.GetRequiredService<DropBlobs>().ImportAsync(name, CancellationToken.None);
    }

    public Task TickAsync()
    {
        Ran("StartDue");
        return ActivatorUtilities.CreateInstance<WeeklyCycle>(_app.Services).StartDue(new TimerInfo(), _durable, CancellationToken.None);
    }

    public Task KeepHouseAsync()
    {
        Ran("Housekeeping");
        return ActivatorUtilities.CreateInstance<Housekeeping>(_app.Services).RunAsync(new TimerInfo(), _durable, CancellationToken.None);
    }

    /// <summary>Every orchestration whose timer has fired or that was started or woken. Each result of an activity, each timer and each event
    /// is an execution of the orchestrator.</summary>
    public async Task RunCyclesAsync()
    {
        while (_durable.Asked.TryDequeue(out var asked))
        {
            if (asked.StartsWith("start", StringComparison.Ordinal) || asked.StartsWith("raise", StringComparison.Ordinal))
            {
                _waiting[asked.Split(' ')[^1]] = Clock.GetUtcNow();
            }
        }

        foreach (var id in _waiting.Where(w => w.Value <= Clock.GetUtcNow()).Select(w => w.Key).ToList())
        {
            Ran("RunCycle");
            var (turns, worker) = (_app.Services.GetRequiredService<CycleTurn>(), new CycleWorker(Guid.NewGuid().ToString(), IsAlone: false));
            var input = new CycleInput(_bank.Id.ToString(), id[(id.IndexOf('|', StringComparison.Ordinal) + 1)..]);
            Turn turn;
            do
            {
                turn = await input.TakeAsync(turns, worker, CancellationToken.None);
                Ran("TakeTurn");
                Ran("RunCycle");
                input = input with { From = turn.State };
            }
            while (turn.More);
            if (turn.LookAgainAt is not { } at)
            {
                _waiting.Remove(id);
                _durable.Instances[id] = Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Completed;
                continue;
            }

            var longest = Clock.GetUtcNow() + DurableCycle.LongestWait;
            _waiting[id] = at < longest ? at : longest;
        }
    }

    /// <summary>Event Grid tells what became of each mail since the last time.</summary>
    public async Task ReportDeliveriesAsync()
    {
        foreach (var id in _carrier.Taken.Keys.Where(_reported.Add))
        {
            Ran("DeliveryReports");
            await ActivatorUtilities.CreateInstance<DeliveryReports>(_app.Services).RunAsync(JsonSerializer.Serialize(new
            {
                eventType = "Microsoft.Communication.EmailDeliveryReportReceived",
                data = new { messageId = id, status = "Delivered", deliveryAttemptTimestamp = Clock.GetUtcNow() },
            }), CancellationToken.None);
        }
    }

    /// <summary>Thirty open the page; sixteen of them answer every question on their way, each with a save, and complete.</summary>
    /// <returns>Saves.</returns>
    public async Task<int> AnswerAsync(int from = 0, int people = Answered)
    {
        var cycle = new CycleId(_bank.Week, _version.Survey);
        var sends = await new CycleRecords(Records).Sends.ListAsync(CycleRecords.SendPartition(_bank.Id, cycle), RowRange.Prefix(SendKind.Invitation + "|"));
        var (saves, opened) = (0, 0);
        foreach (var send in sends.Skip(from).Take(people * Opened / Answered))
        {
            var address = $"/api/survey/{_app.Services.GetRequiredService<SurveyTokens>().Create(1, send.Participant)}";
            var client = _app.GetTestClient();
            (await client.GetAsync(address)).EnsureSuccessStatusCode();
            (await client.PostAsync(address + "/opened", null)).EnsureSuccessStatusCode();
            if (++opened > people)
            {
                continue;
            }

            var revision = 0;
            var person = (await _bank.Participants.ReadAsync(_bank.Id, send.Participant))!.Value;
            var advisor = (await _bank.Organisation.EmployeeAsync(_bank.Id, person.Advisor))!;
            foreach (var (question, given) in _answers.OfCustomer(person.CustomerNumber, advisor, _version))
            {
                var answers = new Dictionary<string, object> { [question] = given };
                using var saved = await client.PutAsJsonAsync(address + "/answers", new { revision, answers, language = "de" });
                saved.EnsureSuccessStatusCode();
                revision = (await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revision").GetInt32();
                saves++;
            }

            using var completed = await client.PostAsJsonAsync(address + "/complete", new { revision, answers = new { }, language = "de" });
            completed.EnsureSuccessStatusCode();
        }

        return saves;
    }

    /// <summary>Each advisor signs in and looks at the own page for five minutes, which asks every 5 s for results and every 15 s for wishes for a call.</summary>
    public async Task ReadResultsAsync()
    {
        for (var n = 1; n <= Advisors; n++)
        {
            await LookAsync($"berater{n}@sparkasse-musterstadt.example", 300, ("/api/results/own", 5), ("/api/callbacks", 15));
        }
    }

    /// <summary>Five minutes of sales management: the week in view all the time, return and participants once.</summary>
    public Task ManageAsync(int seconds = 300) => LookAsync(Manager, seconds, ("/api/week", 5), ("/api/return?weeks=26", 300), ("/api/participants", 300));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _carrier.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    /// <summary>Past the proxy.</summary>
    private IRecordStore Records => _bank.Store;

    private void Ran(string function) => Executions[function] = Executions.GetValueOrDefault(function) + 1;

    private Task AddUserAsync(string userName, Role role) => new UserRecords(Records).Users.InsertAsync(UserRecords.Partition(_bank.Id), UserRecords.Row(userName),
        new User(userName, [role], Active: true, "stamp", _app.Services.GetRequiredService<IPasswordHash>().Hash(Password)));

    private async Task LookAsync(string userName, int seconds, params (string Path, int Every)[] pages)
    {
        var client = new HttpClient(new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler { InnerHandler = _app.GetTestServer().CreateHandler() })
        {
            BaseAddress = new Uri("https://see360.example"),
        };
        (await client.GetAsync("/api/session")).Dispose();
        (await client.PostAsJsonAsync("/api/session", new { institute = _bank.Id.ToString(), userName, password = Password })).EnsureSuccessStatusCode();
        var tags = new Dictionary<string, string>();
        for (var second = 0; second < seconds; second += 5)
        {
            foreach (var (path, every) in pages.Where(p => second % p.Every == 0))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                if (tags.TryGetValue(path, out var tag))
                {
                    request.Headers.TryAddWithoutValidation("If-None-Match", tag);
                }

                using var answer = await client.SendAsync(request);
                if (answer.StatusCode != System.Net.HttpStatusCode.NotModified)
                {
                    answer.EnsureSuccessStatusCode();
                }

                tags[path] = answer.Headers.ETag?.ToString() ?? tags.GetValueOrDefault(path, "");
            }

            Clock.Advance(TimeSpan.FromSeconds(5));
        }
    }
}
