using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using See360.Core.Storage;
using See360.Core.Users;

namespace See360.Api.Tests;

/// <summary>What is remembered of a session's user when somebody locks the account at that very moment.</summary>
public sealed class SessionMemoryTests
{
    private const string Jana = "jana.berg@musterstadt.example";
    private const string Lea = "lea.vogt@musterstadt.example";

    [Fact]
    public async Task Lock_WhileARequestHasJustReadTheUser_TheNextRequestIsRefused()
    {
        var store = new SlowStore(TestStores.Records());
        await using var application = new See360Application(configure: services => services.AddSingleton<IRecordStore>(store));
        var lea = await application.SignedInAs("musterstadt", Lea, Role.SalesManagement);
        var jana = await application.SignedInAs("musterstadt", Jana, Role.Advisor);
        application.Clock.Advance(TimeSpan.FromSeconds(10));
        store.HoldNextRead("users");
        var early = jana.GetAsync("/api/session");
        await store.Read;

        using var locked = await lea.PostAsJsonAsync("/api/users/lock", new { userName = Jana });
        Assert.Equal(HttpStatusCode.NoContent, locked.StatusCode);
        store.GoOn();
        using var begunBefore = await early;
        using var after = await jana.GetAsync("/api/session");

        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    /// <summary>Holds a record between reading and giving it.</summary>
    private sealed class SlowStore(IRecordStore inner) : IRecordStore
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string? _held;

        public Task Read => _read.Task;

        public void HoldNextRead(string table) => _held = table;

        public void GoOn() => _goOn.SetResult();

        public async Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default)
        {
            var record = await inner.ReadAsync(table, partition, row, cancel);
            if (Interlocked.CompareExchange(ref _held, null, table) == table)
            {
                _read.SetResult();
                await _goOn.Task;
            }

            return record;
        }

        public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
            inner.RangeAsync(table, partition, range, cancel);

        public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default) =>
            inner.WriteAsync(table, partition, changes, cancel);
    }
}
