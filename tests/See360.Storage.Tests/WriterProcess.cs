using System.Globalization;
using System.Text;
using See360.Core.Storage;
using See360.Local.Storage;

namespace See360.Storage.Tests;

/// <summary>This assembly as a program of its own: a second process on a database, to be killed or to compete.</summary>
internal static class WriterProcess
{
    public const string Table = "process";
    public const int BatchRows = 5;

    /// <param name="arguments">Database, partition, writers, batches per writer. Each writer inserts batches of five rows
    /// and prints a batch's name once it is acknowledged.</param>
    public static async Task<int> Main(string[] arguments)
    {
        using var store = new SqliteRecordStore(arguments[0]);
        var batches = int.Parse(arguments[3], CultureInfo.InvariantCulture);
        var writers = int.Parse(arguments[2], CultureInfo.InvariantCulture);
        await Console.Out.WriteLineAsync("ready");
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var batch = 0; batch < batches; batch++)
            {
                var name = $"w{writer:D2}-b{batch:D5}";
                if ((await store.WriteAsync(Table, arguments[1], Rows(name))).Written)
                {
                    await Console.Out.WriteLineAsync(name);
                }
            }
        })));
        return 0;
    }

    public static RecordChange[] Rows(string batch) =>
        [.. Enumerable.Range(0, BatchRows).Select(i => new RecordChange.Insert($"{batch}-{i}", Encoding.UTF8.GetBytes(batch + new string('x', 300))))];
}
