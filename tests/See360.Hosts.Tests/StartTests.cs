using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using See360.Core.Concepts;
using See360.Core.Institutes;
using See360.Core.Surveys;
using See360.Local;
using See360.Local.Cycles;

namespace See360.Hosts.Tests;

/// <summary>What stands in the way of a start is said in one line, with the option that helps.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("see360-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_PortInUse_SaysSoBeforeAnythingIsMade()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var said = await RefusedAsync("--data", _folder, "--port", $"{port}");
        Assert.StartsWith($"Port {port} can't be used", said, StringComparison.Ordinal);
        Assert.Contains("--port N", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Start_FolderIsAFile_SaysSo()
    {
        var file = Path.Combine(_folder, "data");
        await File.WriteAllTextAsync(file, "");
        var said = await RefusedAsync("--data", file, "--port", "0");
        Assert.Equal($"The folder {file} can't be written. Choose another with --data DIR.", said.Trim());
    }

    [Theory]
    [InlineData("--institute must be", "--institute", "Böse Bank")]
    [InlineData("--institute must not be done", "--institute", "done")]
    [InlineData("--concept-agreed-by must say", "--institute", "meinebank", "--concept-agreed-by", " ")]
    [InlineData("--number must be", "--institute", "meinebank", "--number", "0")]
    [InlineData("--number must be", "--institute", "meinebank", "--number", "65536")]
    [InlineData("--admin must be", "--institute", "meinebank", "--admin", "vertrieb")]
    public async Task Start_InstituteThatCannotBe_SaysHowItIsMeant(string expected, params string[] arguments) =>
        Assert.StartsWith(expected, await RefusedAsync([.. arguments, "--data", _folder]), StringComparison.Ordinal);

    [Fact]
    public async Task Start_WithTheSameInstituteAgain_SendsTheLinkAnew()
    {
        var options = LocalOptions.Parse(["--data", _folder, "--port", "0", "--institute", "meinebank", "--admin", "vertrieb@meinebank.example"]);
        await using var app = LocalHost.Build(options.OnPort(5360));
        var start = new FirstStart(_folder, app.Services);
        await start.CreateAsync(options.NewInstitute!, TextWriter.Null);
        await start.CreateAsync(options.NewInstitute!, TextWriter.Null);
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(_folder, "outbox", "meinebank"), "*.eml").Count());
    }

    [Fact]
    public async Task Start_InstituteWithANumber_HasItAndNobodyElseGetsIt()
    {
        var options = LocalOptions.Parse(["--data", _folder, "--port", "0", "--institute", "meinebank", "--number", "7"]);
        await using var app = LocalHost.Build(options.OnPort(5360));
        var start = new FirstStart(_folder, app.Services);
        await start.CreateAsync(options.NewInstitute!, TextWriter.Null);
        await start.CreateAsync(options.NewInstitute!, TextWriter.Null);

        Assert.Equal(7, (await app.Services.GetRequiredService<InstituteRecords>().GetAsync(options.NewInstitute!.Id)).Number);
        var taken = await Assert.ThrowsAsync<FormatException>(() => start.CreateAsync(options.NewInstitute with { Id = InstituteId.Parse("andere") }, TextWriter.Null));
        Assert.StartsWith("--number: meinebank has the number 7.", taken.Message, StringComparison.Ordinal);
        var changed = await Assert.ThrowsAsync<FormatException>(() => start.CreateAsync(options.NewInstitute with { Number = 8 }, TextWriter.Null));
        Assert.Contains("keeps it", changed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ConceptWithdrawnOnThePage_TheOptionLeavesItAndSaysSo()
    {
        var options = LocalOptions.Parse(["--data", _folder, "--port", "0", "--institute", "meinebank", "--concept-agreed-by", "Personalrat", "--approve-surveys"]);
        await using var app = LocalHost.Build(options.OnPort(5360));
        var start = new FirstStart(_folder, app.Services);
        await start.CreateAsync(options.NewInstitute!, TextWriter.Null);
        var bank = options.NewInstitute!.Id;
        Assert.Null((await app.Services.GetRequiredService<ShowConcept>().RunAsync(bank)).Lock);
        Assert.All(await app.Services.GetRequiredService<SurveyRecords>().AllAsync(bank), survey => Assert.True(survey.IsLive));
        await app.Services.GetRequiredService<WithdrawConcept>().RunAsync(bank, "", "vertrieb@meinebank.example", seen: 1);
        var said = new StringWriter();

        await start.CreateAsync(options.NewInstitute!, said);

        Assert.Equal(ConceptRules.Withdrawn, (await app.Services.GetRequiredService<ShowConcept>().RunAsync(bank)).Lock);
        Assert.Contains("Freigaben", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_NewFolder_ItAndTheLockOfTheCyclesAreTheOwnersAlone()
    {
        var folder = Path.Combine(_folder, "new");
        StartChecks.Pass(LocalOptions.Parse(["--data", folder, "--port", "0"]));
        using var held = new CycleLock(folder);
        Assert.True(held.TryHold());

        if (!OperatingSystem.IsWindows())
        {
            var owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            Assert.Equal(owner, File.GetUnixFileMode(Path.Combine(folder, "cycles.lock")));
        }
    }

    /// <returns>What stands on standard error; a stack trace or a start fails the test.</returns>
    private static async Task<string> RefusedAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "See360.Local.dll"), .. arguments])
        {
            RedirectStandardError = true,
        })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
        Assert.Single(said.Trim().Split('\n'));
        return said;
    }
}
