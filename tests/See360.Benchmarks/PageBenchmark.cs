using See360.Core.Tokens;
using See360.Local;
using See360.Local.Storage;
using See360.Testing;

namespace See360.Benchmarks;

/// <summary>The survey page as a customer with a slow phone gets it: bytes over the wire, and the time until the first
/// question can be answered. Slow 3G: 400 ms round trip, 400 kbit/s, a processor four times slower.</summary>
public sealed class PageBenchmark : IBenchmark
{
    /// <summary>The first thing that can be pressed or answered.</summary>
    private const string Usable = "#survey input, #survey button";

    public string Name => "page";

    public string Summary => "the survey page on slow 3G in Chromium; web/ must be built [--times 9] [--usable CSS]";

    public async Task RunAsync(Arguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("see360-bench-").FullName;
        string token;
        using (var store = new SqliteRecordStore(LocalStorage.DatabaseIn(folder)))
        {
            var scene = await InvitedCustomer.InAsync(store, TimeProvider.System);
            token = new SurveyTokens(MasterKey.In(folder)).Create(1, scene.Customer);
        }

        await using (var server = await ServerProcess.HostAsync(folder))
        {
            await using var browser = await Chrome.StartAsync();
            var seconds = new List<double>();
            var bytes = 0L;

            // A customer's browser is open when the mail is read, and the bank's server answers others: the first load
            // starts both and does not count.
            await PageLoad.OpenAsync(browser, new Uri(server.Address, "/s/" + token), arguments.Text("usable", Usable), PageConditions.Slow3G);
            for (var i = 0; i < arguments.Number("times", 9); i++)
            {
                var (took, received) = await PageLoad.OpenAsync(browser, new Uri(server.Address, "/s/" + token), arguments.Text("usable", Usable), PageConditions.Slow3G);
                seconds.Add(took);
                bytes = Math.Max(bytes, received);
            }

            seconds.Sort();
            Figures.Print("over the wire", $"{bytes / 1024.0:N1} KiB, headers included");
            Figures.Print("usable on slow 3G", $"median {seconds[seconds.Count / 2]:N2} s, {seconds[0]:N2} to {seconds[^1]:N2} s, n = {seconds.Count}");
            Figures.Row("Survey page over the wire", "25 KB", FormattableString.Invariant($"{bytes / 1024.0:N1} KB"));
            Figures.Row("— usable on slow 3G", "1.5 s", FormattableString.Invariant($"{seconds[seconds.Count / 2]:N2} s"));
        }

        Directory.Delete(folder, recursive: true);
    }
}
