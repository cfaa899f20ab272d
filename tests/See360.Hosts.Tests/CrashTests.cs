using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using See360.Core;
using See360.Core.Cycles;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Tokens;
using See360.Local;
using See360.Local.Storage;
using See360.Testing;

namespace See360.Hosts.Tests;

/// <summary>The product is killed (SIGKILL) at 50 moments of a cycle of 500 recipients while customers answer. In the
/// end the ledger, the mails and the answers agree: no one twice, no one missing, no acknowledged answer lost.</summary>
public sealed partial class CrashTests : IDisposable
{
    private const int Customers = 500;
    private const int Deaths = 50;

    private readonly string _folder = Directory.CreateTempSubdirectory("see360-crash-").FullName;
    private readonly ConcurrentDictionary<int, int> _acknowledged = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Cycle_KilledFiftyTimes_NoMailTwiceNoneMissingNoAnswerLost()
    {
        var (cycle, tokens) = await PrepareAsync();
        var random = new Random(360);
        for (var death = 1; death <= Deaths; death++)
        {
            await using var process = KilledProcess.Start(_folder);
            var address = await process.Ready;

            // The mails on disk decide when it dies: about ten more than at the last death, and some chance.
            using var dying = new CancellationTokenSource();
            var customers = AnswerAsync(address, tokens, dying.Token);
            await MailsAsync((death * Customers / Deaths) - random.Next(9));
            await SpinAsync(random.Next(3_000));
            await process.KillAsync();
            await dying.CancelAsync();
            await customers;
        }

        await using (var last = KilledProcess.Start(_folder))
        {
            await last.Ready;
            await InvitedAsync(cycle);
        }

        await AssertAgreesAsync(cycle);
    }

    private async Task<(CycleId Cycle, string[] Tokens)> PrepareAsync()
    {
        await using var services = Services();
        var bank = await new TestBank(services.GetRequiredService<IRecordStore>(), TimeProvider.System).OpenAsync();
        await bank.AddAdvisorAsync();
        foreach (var survey in await services.GetRequiredService<CreateDefaultSurveys>().CreateAsync(bank.Id))
        {
            await services.GetRequiredService<ApproveSurvey>().ApproveAsync(bank.Id, survey.Id, "test");
            await bank.Surveys.Surveys.UpdateAsync(SurveyRecords.Partition(bank.Id), survey.Id.ToString(), s => s! with { AsksSelfImage = false });
        }

        var tokens = new string[Customers];
        for (var n = 1; n <= Customers; n++)
        {
            var customer = await bank.AddWaitingAsync(n);
            tokens[n - 1] = services.GetRequiredService<SurveyTokens>().Create(1, customer.Id);
        }

        return ((await services.GetRequiredService<StartWeek>().RunAsync(bank.Id, "test")).Single(), tokens);
    }

    /// <summary>Customers answer one after the other, each a different score; an answer counts once the server has said so.</summary>
    private async Task AnswerAsync(Uri address, string[] tokens, CancellationToken dying)
    {
        using var http = new HttpClient { BaseAddress = address };
        for (var n = 1; n <= Customers && !dying.IsCancellationRequested; n++)
        {
            if (_acknowledged.ContainsKey(n))
            {
                continue;
            }

            try
            {
                var score = n % 11;
                var reply = await http.PostAsJsonAsync(
                    $"/api/survey/{tokens[n - 1]}/complete",
                    new { revision = 0, language = "de", answers = new { csat = new { score = 4 }, nps = new { score } } }, dying);
                if (reply.IsSuccessStatusCode)
                {
                    _acknowledged[n] = score;
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                return; // The server is gone in the middle of a request: this answer was not acknowledged.
            }
        }
    }

    private async Task MailsAsync(int wanted)
    {
        var outbox = Path.Combine(_folder, "outbox", "musterstadt");
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        for (var tries = 0; tries < 30_000 && await tick.WaitForNextTickAsync(); tries++)
        {
            if (Directory.Exists(outbox) && Directory.EnumerateFiles(outbox, "*.eml").Count() >= wanted)
            {
                return;
            }
        }

        Assert.Fail($"There were never {wanted} mails.");
    }

    private static Task SpinAsync(int iterations) => Task.Run(() => Thread.SpinWait(iterations * 100));

    private async Task InvitedAsync(CycleId id)
    {
        await using var services = Services();
        var cycles = services.GetRequiredService<CycleRecords>();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var tries = 0; tries < 1200 && await tick.WaitForNextTickAsync(); tries++)
        {
            if ((await cycles.Cycles.ReadAsync("musterstadt", id.ToString()))!.Value.Waves.Single().InvitedAt is not null)
            {
                return;
            }
        }

        Assert.Fail("The cycle did not come to its end.");
    }

    private async Task AssertAgreesAsync(CycleId cycle)
    {
        await using var services = Services();
        var ledger = await services.GetRequiredService<CycleRecords>().Sends.ListAsync($"musterstadt|{cycle}");
        var mails = Directory.GetFiles(Path.Combine(_folder, "outbox", "musterstadt"), "*.eml")
            .Select(file => Recipient().Match(File.ReadAllText(file)).Value).ToList();
        var responses = (await services.GetRequiredService<ResponseRecords>().Responses.ListAsync($"musterstadt|{cycle}"))
            .ToDictionary(r => r.Participant.Number);

        Assert.Equal(Customers, ledger.Count);
        Assert.All(ledger, send => Assert.Equal(SendState.Sent, send.State));
        Assert.Equal(Customers, mails.Count);
        Assert.Equal(Customers, mails.Distinct().Count());
        Assert.NotEmpty(_acknowledged);
        Assert.All(_acknowledged, answer =>
        {
            Assert.NotNull(responses[answer.Key].CompletedAt);
            Assert.Equal(answer.Value, responses[answer.Key].Answers["nps"].Score);
        });
    }

    [GeneratedRegex(@"<kunde\d+@kunde\.example>")]
    private static partial Regex Recipient();

    private ServiceProvider Services() => new ServiceCollection()
        .AddSee360Core()
        .AddSingleton(TimeProvider.System)
        .AddLocalStorage(_folder)
        .AddSingleton(MasterKey.In(_folder))
        .AddLogging()
        .BuildServiceProvider();
}
