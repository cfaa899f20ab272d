using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using See360.Azure.Storage;
using See360.Core.Institutes;
using See360.Local.Demonstration;
using See360.Testing;

namespace See360.Azure.Tests.Moving;

/// <summary>The demonstration bank, from the local edition into the emulator and back, by the command itself.</summary>
public sealed class DemonstrationMoveTests(Azurite azurite, Demonstration demonstration) : IClassFixture<Azurite>, IClassFixture<Demonstration>, IDisposable
{
    private static readonly string _bank = DemonstrationPeople.Institute.ToString();

    private readonly string _folder = Directory.CreateTempSubdirectory("see360-moved-").FullName;

    private string From => $"local:{demonstration.Folder}";

    private string Back => $"local:{_folder}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Move_KilledInTheMiddleAndRunAgain_IsEqualThereAndBackAndStarts()
    {
        // Killed: the bank is not there yet, and the next run goes on.
        var killed = await MoveAsync(["--from", From, "--to", "azure"], killAt: "  participants ");
        Assert.NotEqual(0, killed.Exit);
        Assert.Null(await new InstituteRecords(new TableRecordStore(StorageClients.Tables(azurite.ConnectionString), new StorageAttempts(TimeProvider.System)))
            .FindAsync(DemonstrationPeople.Institute));

        var there = await MoveAsync(["--from", From, "--to", "azure"]);
        Assert.Equal((0, ""), (there.Exit, there.Errors));
        Assert.Equal("0", NewOf(there.Said, "participants"));
        Assert.NotEqual("0", NewOf(there.Said, "waiting"));

        // Once more: the bank is there.
        var again = await MoveAsync(["--from", From, "--to", "azure"]);
        Assert.Equal((3, ""), (again.Exit, again.Said));
        Assert.Contains("--replace", again.Errors, StringComparison.Ordinal);

        var back = await MoveAsync(["--from", "azure", "--to", Back]);
        Assert.Equal((0, ""), (back.Exit, back.Errors));
        Assert.Single(MoveProcess.Hashes(there.Said).Concat(MoveProcess.Hashes(back.Said)).Distinct());
        Assert.Equal(demonstration.Key, await File.ReadAllBytesAsync(Path.Combine(_folder, "keys", "master.key")));

        Assert.Equal(await WeekAsync(demonstration.Folder), await WeekAsync(_folder));

        // Signing in has changed the source: replaced on demand, and equal again.
        var dry = await MoveAsync(["--from", From, "--to", "azure", "--dry-run"]);
        Assert.Equal(0, dry.Exit);
        Assert.Contains("not equal", dry.Said, StringComparison.Ordinal);
        var replaced = await MoveAsync(["--from", From, "--to", "azure", "--replace"]);
        Assert.Equal((0, ""), (replaced.Exit, replaced.Errors));
        Assert.Single(MoveProcess.Hashes(replaced.Said).Distinct());

        Assert.All([there.Said, back.Said, replaced.Said], said => Assert.DoesNotContain("@", said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Move_OtherKey_IsRefused()
    {
        var (exit, said, errors) = await MoveProcess.RunAsync(azurite.ConnectionString, new byte[32], ["--from", From, "--to", "azure"]);

        Assert.Equal((3, ""), (exit, said));
        Assert.Contains("different master keys", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--to is missing", "--from", "azure")]
    [InlineData(2, "are the same", "--from", "azure", "--to", "azure")]
    [InlineData(2, "There is no option --now", "--from", "azure", "--to", "local:x", "--now")]
    [InlineData(3, "There is no local edition in", "--from", "local:/nowhere", "--to", "azure")]
    [InlineData(3, "The source has no institute andere", "--from", "azure", "--to", "local:/tmp/nowhere", "--dry-run", "--institute", "andere")]
    public async Task Move_AskedWrongly_SaysSo(int expected, string text, params string[] arguments)
    {
        var (exit, _, errors) = await MoveAsync(arguments);

        Assert.Equal(expected, exit);
        Assert.Contains(text, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Move_NobodyAnswers_SaysSoAndThatItCanBeRunAgain()
    {
        var nowhere = string.Join(';', azurite.ConnectionString.Split(';').Select(p => p.Contains("Endpoint=", StringComparison.Ordinal) ? p.Split('=')[0] + "=http://127.0.0.1:9/devstoreaccount1" : p));

        var (exit, _, errors) = await MoveProcess.RunAsync(nowhere, demonstration.Key, ["--from", From, "--to", "azure"]);

        Assert.Equal(1, exit);
        Assert.Equal(["Azure Storage does not answer.", "What was copied so far stays; run this again to go on."], errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Move_DryRunIntoNothing_MakesNothing()
    {
        var folder = Path.Combine(_folder, "new");

        var (exit, said, _) = await MoveAsync(["--from", From, "--to", $"local:{folder}", "--dry-run"]);

        Assert.Equal(0, exit);
        Assert.Contains($"{_bank}: would", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Move_TheEditionIsRunning_IsRefused()
    {
        await using var running = new ProductProcess("--data", _folder, "--port", "0", "--empty");
        await running.Ready;

        var (exit, _, errors) = await MoveAsync(["--from", From, "--to", Back]);

        Assert.Equal(3, exit);
        Assert.Contains("is running", errors, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Said, string Errors)> MoveAsync(IEnumerable<string> arguments, string? killAt = null) =>
        MoveProcess.RunAsync(azurite.ConnectionString, demonstration.Key, arguments, killAt);

    private static string NewOf(string said, string table) =>
        said.Split('\n').First(l => l.StartsWith($"  {table} ", StringComparison.Ordinal)).Split("new ")[1].Split(',')[0];

    /// <summary>The week's page and the figures of the last weeks, as sales management sees them.</summary>
    private static async Task<string> WeekAsync(string folder)
    {
        await using var product = new ProductProcess("--data", folder, "--port", "0");
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = await product.Ready };
        using var session = await client.PostAsJsonAsync("/api/session", new
        {
            institute = _bank,
            userName = DemonstrationPeople.SalesManagement,
            password = DemonstrationPeople.Password,
        });
        session.EnsureSuccessStatusCode();
        var week = JsonNode.Parse(await client.GetStringAsync("/api/week"))!;
        Assert.NotEmpty(week["returns"]!.AsArray());
        return week["returns"]!.ToJsonString() + week["imports"]!.ToJsonString() + week["todo"]!.ToJsonString() + await client.GetStringAsync("/api/return?weeks=10");
    }
}

/// <summary>A local edition with the demonstration bank, ended.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("see360-demonstration-").FullName;

    public byte[] Key { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await using (var product = new ProductProcess("--data", Folder, "--port", "0"))
        {
            await product.Ready;
        }

        Key = await File.ReadAllBytesAsync(Path.Combine(Folder, "keys", "master.key"));
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
