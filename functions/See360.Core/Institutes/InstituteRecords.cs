using See360.Core.Storage;

namespace See360.Core.Institutes;

/// <summary>The institutes of this installation: one small partition.</summary>
public sealed class InstituteRecords(IRecordStore store)
{
    public const string Partition = "institutes";

    /// <summary>Partition: the constant <c>institutes</c>; row: institute.</summary>
    public Table<Institute> Institutes { get; } = new(store, "institutes");

    public async Task<Institute?> FindAsync(InstituteId id, CancellationToken cancel = default) =>
        (await Institutes.ReadAsync(Partition, id.ToString(), cancel))?.Value;

    /// <exception cref="InvalidOperationException">There is no such institute.</exception>
    public async Task<Institute> GetAsync(InstituteId id, CancellationToken cancel = default) =>
        await FindAsync(id, cancel) ?? throw new InvalidOperationException("The institute is gone.");

    public Task<List<Institute>> AllAsync(CancellationToken cancel = default) => Institutes.ListAsync(Partition, cancel: cancel);
}
