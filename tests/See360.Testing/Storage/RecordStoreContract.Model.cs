using FsCheck;
using FsCheck.Fluent;
using See360.Core.Storage;

namespace See360.Testing.Storage;

public abstract partial class RecordStoreContract
{
    private const int ModelRows = 6;

    /// <summary>What a generated step does to a row. Which version it names is drawn too: the present one, one that was
    /// there before, or none.</summary>
    public enum Act
    {
        Insert,
        Replace,
        Delete,
    }

    [Fact]
    public void AnySequenceOfBatches_BehavesAsTheModel() =>
        Prop.ForAll(Arb.From(Sequences()), sequence => PlayAsync(sequence).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void AnyInterleavingOfWriters_IsSomeOrderOfTheirBatches() =>
        Prop.ForAll(Arb.From(Gen.ListOf(Sequences(), 4)), writers => InterleaveAsync([.. writers]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void AnyRange_IsWhatTheModelSays()
    {
        var ranges =
            from rows in Gen.ListOf(Gen.Elements(Keys()))
            from @from in Gen.Elements([null, "", .. Keys()])
            from before in Gen.Elements([null, "", .. Keys()])
            from take in Gen.Elements<int?>(null, 0, 1, 2, 100)
            select (Rows: rows.Distinct().Take(100).ToList(), Range: new RowRange(@from, before, take));
        Prop.ForAll(Arb.From(ranges), drawn => RangeAgreesAsync(drawn.Rows, drawn.Range).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static string[] Keys() => [" ", "!", "0", "00", "1", "A", "AA", "a", "a ", "a!", "aa", "a|", "a|1", "b", "~", "~~"];

    private static Gen<List<List<Step>>> Sequences()
    {
        var step =
            from act in Gen.Elements(Act.Insert, Act.Insert, Act.Replace, Act.Replace, Act.Delete)
            from row in Gen.Choose(0, ModelRows - 1)
            from version in Gen.Frequency((6, Gen.Constant(VersionChoice.Present)), (2, Gen.Constant(VersionChoice.Former)), (1, Gen.Constant(VersionChoice.None)))
            select new Step(act, $"r{row}", version);
        var batch = from steps in Gen.NonEmptyListOf(step) select steps.DistinctBy(s => s.Row).ToList();
        return from batches in Gen.NonEmptyListOf(batch) select batches.Take(25).ToList();
    }

    private async Task<bool> PlayAsync(List<List<Step>> sequence)
    {
        var partition = "model|" + Guid.NewGuid().ToString("N");
        var model = new InMemoryRecordStore();
        var twins = new Dictionary<string, (string Present, string Former, string ModelPresent, string ModelFormer)>();
        var body = 0;
        foreach (var batch in sequence)
        {
            body++;
            var real = await Store.WriteAsync(Table, partition, [.. batch.Select(s => Change(s, body, Named(s, model: false)))]);
            var modelled = await model.WriteAsync(Table, partition, [.. batch.Select(s => Change(s, body, Named(s, model: true)))]);
            Assert.Equal(modelled.ConflictAt, real.ConflictAt);
            Assert.Equal(modelled.Versions.Select(v => v.Length > 0), real.Versions.Select(v => v.Length > 0));
            for (var i = 0; i < real.Versions.Count; i++)
            {
                var former = twins.GetValueOrDefault(batch[i].Row, ("none", "none", "none", "none"));
                twins[batch[i].Row] = (real.Versions[i], former.Item1, modelled.Versions[i], former.Item3);
            }

            await AgreesAsync(model, partition);
        }

        return true;

        string Named(Step step, bool model)
        {
            var known = twins.GetValueOrDefault(step.Row, ("none", "none", "none", "none"));
            return step.Version switch
            {
                VersionChoice.Present => model ? known.Item3 : known.Item1,
                VersionChoice.Former => model ? known.Item4 : known.Item2,
                _ => "none",
            };
        }
    }

    /// <summary>Each writer reads, writes and remembers what was acknowledged. Afterwards each row's stored version must be
    /// the last in the chain of acknowledged changes: every acknowledged replace or delete consumed a version that was
    /// produced before it, and none was consumed twice.</summary>
    private async Task<bool> InterleaveAsync(List<List<List<Step>>> writers)
    {
        var partition = "interleaved|" + Guid.NewGuid().ToString("N");
        var histories = await Task.WhenAll(writers.Select(sequence => Task.Run(async () =>
        {
            var history = new List<(string Row, string Consumed, string Produced)>();
            foreach (var batch in sequence)
            {
                var changes = new List<RecordChange>();
                foreach (var step in batch)
                {
                    var version = (await Store.ReadAsync(Table, partition, step.Row))?.Version ?? "none";
                    changes.Add(Change(step, 0, version));
                }

                var result = await Store.WriteAsync(Table, partition, changes);
                history.AddRange(result.Versions.Select((produced, i) => (changes[i].Row, Consumed(changes[i]), produced)));
            }

            return history;
        })));

        var all = histories.SelectMany(history => history).ToList();
        var stored = (await RecordsAsync(Table, partition)).ToDictionary(record => record.Row, record => record.Version);
        foreach (var row in all.GroupBy(change => change.Row))
        {
            var produced = row.Where(change => change.Produced.Length > 0).Select(change => change.Produced).ToList();
            var consumed = row.Where(change => change.Consumed.Length > 0).Select(change => change.Consumed).ToList();
            Assert.Equal(produced.Distinct().Count(), produced.Count);
            Assert.Equal(consumed.Distinct().Count(), consumed.Count);
            Assert.Equal(stored.TryGetValue(row.Key, out var last) ? [last] : [], produced.Except(consumed));
            Assert.Empty(consumed.Except(produced));
        }

        return true;
    }

    private async Task<bool> RangeAgreesAsync(List<string> rows, RowRange range)
    {
        var partition = "range|" + Guid.NewGuid().ToString("N");
        if (rows.Count > 0)
        {
            await Store.WriteAsync(Table, partition, [.. rows.Select(row => Insert(row, row))]);
        }

        var expected = rows.Order(StringComparer.Ordinal)
            .Where(row => string.CompareOrdinal(row, range.From ?? "") >= 0 && (range.Before is null || string.CompareOrdinal(row, range.Before) < 0))
            .Take(range.Take ?? int.MaxValue);
        Assert.Equal(expected, (await RecordsAsync(Table, partition, range)).Select(record => record.Row));
        return true;
    }

    private async Task AgreesAsync(InMemoryRecordStore model, string partition)
    {
        var expected = new List<(string Row, string Body)>();
        await foreach (var record in model.RangeAsync(Table, partition, RowRange.All))
        {
            expected.Add((record.Row, Text(record)));
        }

        Assert.Equal(expected, (await RecordsAsync(Table, partition)).Select(record => (record.Row, Text(record))));
        for (var row = 0; row < ModelRows; row++)
        {
            var read = await Store.ReadAsync(Table, partition, $"r{row}");
            Assert.Equal(expected.Find(e => e.Row == $"r{row}").Body, read is null ? null : Text(read));
        }
    }

    private static RecordChange Change(Step step, int body, string version) => step.Act switch
    {
        Act.Insert => Insert(step.Row, $"{body}"),
        Act.Replace => new RecordChange.Replace(step.Row, Bytes($"{body}"), version),
        _ => new RecordChange.Delete(step.Row, version),
    };

    private static string Consumed(RecordChange change) => change switch
    {
        RecordChange.Replace replace => replace.Version,
        RecordChange.Delete delete => delete.Version,
        _ => "",
    };

    private enum VersionChoice
    {
        Present,
        Former,
        None,
    }

    private sealed record Step(Act Act, string Row, VersionChoice Version);
}
