using See360.Core.Storage;
using See360.Local.Storage;
using See360.Testing;
using See360.Testing.Storage;

namespace See360.Storage.Tests;

/// <summary>The model keeps the contract that it is the measure of.</summary>
public sealed class InMemoryRecordStoreTests : RecordStoreContract
{
    protected override IRecordStore Store { get; } = new InMemoryRecordStore();
}

public sealed class SqliteRecordStoreTests : RecordStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecordStore _store;

    public SqliteRecordStoreTests() => _store = new SqliteRecordStore(_folder["see360.db"]);

    protected override IRecordStore Store => _store;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
