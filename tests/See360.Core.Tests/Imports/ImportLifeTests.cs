using System.Text;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Surveys;
using See360.Core.Texts;

namespace See360.Core.Tests.Imports;

public sealed class ImportLifeTests
{
    private const string Advisor = "juna.hentschel@sparkasse-musterstadt.example";

    private static string[] Rows(int count, int from = 1) =>
        [.. Enumerable.Range(from, count).Select(i => $"{i:D6};Frau;;Ada;Nr {i};ada{i}@kunde.example;05.11.2026;{Advisor};Beratung")];

    [Fact]
    public async Task SameFile_Again_ReturnsTheFirstImportAndChangesNothing()
    {
        var world = await ImportWorld.CreateAsync();
        var first = await world.ReadRowsAsync(true, Rows(3));
        await world.ConfirmAsync(first.Import.Id);
        var writes = world.Store.Writes;

        var again = await world.ReadRowsAsync(true, Rows(3));

        Assert.True(again.AlreadyThere);
        Assert.Equal(first.Import.Id, again.Import.Id);
        Assert.Equal(writes, world.Store.Writes);
        Assert.Equal(1, world.Files.Count);
    }

    [Fact]
    public async Task SameFile_UploadedTwiceAtOnce_IsImportedOnce()
    {
        var world = await ImportWorld.CreateAsync();

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await world.ReadRowsAsync(true, Rows(150))).Import.Id.ToString();
            }
            catch (RuleBroken busy)
            {
                return busy.Code;
            }
        })));

        var previews = (await world.Get<ImportRecords>().OfWeekAsync(ImportWorld.Bank, new IsoWeek(2026, 46))).Where(i => i.State == ImportState.Preview).ToList();
        var preview = Assert.Single(previews);
        Assert.All(both, answer => Assert.Contains(answer, (string[])[preview.Id.ToString(), "import-being-read"]));
        Assert.Equal(150, (await world.RowsAsync(preview.Id)).Count);
        Assert.Equal(1, world.Files.Count);
    }

    [Fact]
    public async Task Upload_StoreIsUnavailable_LeavesNoFileBehind()
    {
        var world = await ImportWorld.CreateAsync();
        world.Store.Unavailable = true;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => world.ReadRowsAsync(true, Rows(3)));

        Assert.Equal(0, world.Files.Count);
    }

    [Fact]
    public async Task SameFile_NowAttested_ReplacesThePreview()
    {
        var world = await ImportWorld.CreateAsync();
        var first = await world.ReadRowsAsync(attested: false, Rows(2));

        var second = await world.ReadRowsAsync(attested: true, Rows(2));

        Assert.False(second.AlreadyThere);
        Assert.Equal(2, second.Import.Counts[ParticipantState.Ready]);
        Assert.Equal(ImportState.Undone, (await world.Get<ImportRecords>().ReadAsync(ImportWorld.Bank, first.Import.Id))!.Value.State);
        Assert.Empty(await world.RowsAsync(first.Import.Id));
    }

    [Fact]
    public async Task SameRow_InAnotherFile_IsADuplicate()
    {
        var world = await ImportWorld.CreateAsync();
        await world.ConfirmAsync((await world.ReadRowsAsync(true, Rows(3))).Import.Id);

        var second = await world.ReadRowsAsync(true, Rows(5));

        Assert.Equal(
            [ReasonCodes.ImportedBefore, ReasonCodes.ImportedBefore, ReasonCodes.ImportedBefore, "", ""], (await world.RowsAsync(second.Import.Id)).Select(r => r.Reason));
    }

    [Fact]
    public async Task SameRow_InTwoPreviews_GetsInOnce()
    {
        var world = await ImportWorld.CreateAsync();
        var one = await world.ReadRowsAsync(true, Rows(250));
        var two = await world.ReadRowsAsync(true, Rows(250, from: 100));
        await world.ConfirmAsync(one.Import.Id);

        var second = await world.ConfirmAsync(two.Import.Id);

        Assert.Equal(349, (await world.WaitingAsync("beratung")).Count);
        Assert.Equal((99, 151), (second.Counts[ParticipantState.Ready], second.Counts[ParticipantState.Duplicate]));
        var duplicate = (await world.RowsAsync(two.Import.Id))[0];
        Assert.Equal((ParticipantState.Duplicate, "000100"), (duplicate.State, duplicate.Raw![0]));
    }

    [Fact]
    public async Task Confirm_Twice_IsTheSame()
    {
        var world = await ImportWorld.CreateAsync();
        var read = await world.ReadRowsAsync(true, Rows(120));
        await world.ConfirmAsync(read.Import.Id);

        await world.ConfirmAsync(read.Import.Id);

        Assert.Equal(120, (await world.WaitingAsync("beratung")).Count);
    }

    [Fact]
    public async Task Confirm_TwiceAtOnce_IsTheSame()
    {
        var world = await ImportWorld.CreateAsync();
        var read = await world.ReadRowsAsync(true, Rows(700));

        var both = await Task.WhenAll(Task.Run(() => world.ConfirmAsync(read.Import.Id)), Task.Run(() => world.ConfirmAsync(read.Import.Id)));

        Assert.All(both, import => Assert.Equal(700, import.Counts[ParticipantState.Ready]));
        Assert.Equal(700, (await world.WaitingAsync("beratung")).Count);
    }

    [Fact]
    public async Task Confirm_InterruptedAnywhere_GoesOnWhereItWas()
    {
        for (var dies = 1; dies < 9; dies++)
        {
            var world = await ImportWorld.CreateAsync();
            var read = await world.ReadRowsAsync(true, Rows(330));
            using var died = new CancellationTokenSource();
            var failing = new DyingStore(world.Store, dies);
            var confirm = new ConfirmImport(
                new ImportRecords(failing), new ParticipantRecords(failing), new StockEntry(new ImportRecords(failing), world.Get<ImportRowKeys>(), new ParticipantRecords(failing)), world.Clock);
            await Assert.ThrowsAsync<StorageUnavailableException>(() => confirm.RunAsync(ImportWorld.Bank, read.Import.Id, "lea"));

            var import = await world.ConfirmAsync(read.Import.Id);

            Assert.Equal(330, import.Counts[ParticipantState.Ready]);
            Assert.Equal(330, (await world.WaitingAsync("beratung")).Count);
        }
    }

    [Fact]
    public async Task Confirm_GoingOnAfterSomebodyWasInvited_DoesNotPutThemBack()
    {
        var world = await ImportWorld.CreateAsync();
        var read = await world.ReadRowsAsync(true, Rows(3));
        await world.Get<ParticipantRecords>().Participants.UpdateAsync(
            ParticipantRecords.Partition(ImportWorld.Bank, read.Import.Id), "0000002", p => p! with { State = ParticipantState.Invited });

        var import = await world.ConfirmAsync(read.Import.Id);

        Assert.Equal([1, 3], (await world.WaitingAsync("beratung")).Select(w => w.Participant.Number));
        Assert.Equal(3, import.Counts[ParticipantState.Ready]);
    }

    [Fact]
    public async Task Undo_BeforeAnythingWasSent_TakesAllBackAndTheFileMayComeAgain()
    {
        var world = await ImportWorld.CreateAsync();
        var read = await world.ReadRowsAsync(true, Rows(40));
        await world.ConfirmAsync(read.Import.Id);

        var undone = await world.Get<UndoImport>().RunAsync(ImportWorld.Bank, read.Import.Id);

        Assert.Equal(ImportState.Undone, undone!.State);
        Assert.NotNull(undone.UndoneAt);
        Assert.Empty(await world.WaitingAsync("beratung"));
        Assert.All(await world.RowsAsync(read.Import.Id), r => Assert.Equal(ParticipantState.Withdrawn, r.State));
        var again = await world.ReadRowsAsync(true, Rows(40));
        Assert.Equal((false, 40), (again.AlreadyThere, again.Import.Counts[ParticipantState.Ready]));
    }

    [Fact]
    public async Task Undo_OfAPreview_LeavesNothing()
    {
        var world = await ImportWorld.CreateAsync();
        var read = await world.ReadRowsAsync(true, Rows(4));

        await world.Get<UndoImport>().RunAsync(ImportWorld.Bank, read.Import.Id);

        Assert.Empty(await world.RowsAsync(read.Import.Id));
        Assert.Equal(0, world.Files.Count);
        await Assert.ThrowsAsync<RuleBroken>(() => world.ConfirmAsync(read.Import.Id));
    }

    [Fact]
    public async Task Undo_OfAPreviewThatIsConfirmedMeanwhile_UndoesTheConfirmedImport()
    {
        var world = await ImportWorld.CreateAsync();
        var read = await world.ReadRowsAsync(true, Rows(4));
        var store = new SomebodyFaster(world.Store, () => world.ConfirmAsync(read.Import.Id));
        var undo = new UndoImport(
            new ImportRecords(store), world.Get<ImportRowKeys>(), world.Get<ParticipantRecords>(), world.Get<ImportSends>(), world.Get<ContactClaims>(),
            world.Get<DiscardImport>(), world.Get<SourceArchive>(), world.Clock);

        var undone = await undo.RunAsync(ImportWorld.Bank, read.Import.Id);

        Assert.Equal(ImportState.Undone, undone!.State);
        Assert.All(await world.RowsAsync(read.Import.Id), row => Assert.NotEqual(ParticipantState.Ready, row.State));
    }

    /// <summary>Somebody else does something just after the first read.</summary>
    private sealed class SomebodyFaster(IRecordStore store, Func<Task> act) : IRecordStore
    {
        private Func<Task>? _act = act;

        public async Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default)
        {
            var read = await store.ReadAsync(table, partition, row, cancel);
            await (Interlocked.Exchange(ref _act, null)?.Invoke() ?? Task.CompletedTask);
            return read;
        }

        public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) =>
            store.RangeAsync(table, partition, range, cancel);

        public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default) =>
            store.WriteAsync(table, partition, changes, cancel);
    }

    [Theory]
    [InlineData(SendState.Claimed, true), InlineData(SendState.Sent, true), InlineData(SendState.Deferred, true), InlineData(SendState.Skipped, false)]
    public async Task Undo_AfterSomethingWasSent_IsRefused(SendState state, bool refused)
    {
        var world = await ImportWorld.CreateAsync();
        var read = await world.ReadRowsAsync(true, Rows(2));
        await world.ConfirmAsync(read.Import.Id);
        var cycle = new CycleId(read.Import.Id.Week, SurveyId.Parse("beratung"));
        var cycles = world.Get<CycleRecords>();
        var participant = new ParticipantId(read.Import.Id, 2);
        await cycles.Cycles.InsertAsync(CycleRecords.Partition(ImportWorld.Bank), cycle.ToString(), new Cycle(cycle, world.Clock.GetUtcNow(), []));
        await cycles.Sends.InsertAsync(
            CycleRecords.SendPartition(ImportWorld.Bank, cycle), CycleRecords.SendRow(SendKind.Invitation, participant),
            new Send(SendKind.Invitation, participant, "m", 1, Advisor, state, world.Clock.GetUtcNow()));

        var undo = () => world.Get<UndoImport>().RunAsync(ImportWorld.Bank, read.Import.Id);

        if (refused)
        {
            Assert.Equal("import-sent", (await Assert.ThrowsAsync<RuleBroken>(undo)).Code);
            Assert.Equal(2, (await world.WaitingAsync("beratung")).Count);
        }
        else
        {
            Assert.Equal(ImportState.Undone, (await undo())!.State);
        }
    }

    [Fact]
    public async Task Reading_ThatDied_IsDiscardedByTheNextUpload()
    {
        var world = await ImportWorld.CreateAsync();
        var read = await world.ReadRowsAsync(true, Rows(3));
        await world.Get<ImportRecords>().Imports.UpdateAsync(ImportRecords.Partition(ImportWorld.Bank), read.Import.Id.ToString(), i => i! with { State = ImportState.Reading });
        var soon = await Assert.ThrowsAsync<RuleBroken>(() => world.ReadRowsAsync(true, Rows(3)));
        world.Clock.Advance(TimeSpan.FromMinutes(2));

        var again = await world.ReadRowsAsync(true, Rows(3));

        Assert.Equal("import-being-read", soon.Code);
        Assert.Equal((false, 2), (again.AlreadyThere, again.Import.Id.Number));
        Assert.Empty(await world.RowsAsync(read.Import.Id));
    }

    [Fact]
    public async Task RejectedRows_Corrected_CanBeImportedAgain()
    {
        var world = await ImportWorld.CreateAsync();
        var first = await world.ReadRowsAsync(
            true, $"0001;Herr;;=cmd();@SUM(A1);kaputt;05.11.2026;{Advisor};Beratung", $"0002;Frau;;Gut;Gut;gut@kunde.example;05.11.2026;{Advisor};Beratung", "0003;Herr;;Kurz");
        using var csv = new MemoryStream();

        var written = await world.Get<WriteRejectedRows>().RunAsync(ImportWorld.Bank, first.Import.Id, Language.De, csv);

        var text = Encoding.UTF8.GetString(csv.ToArray());
        Assert.Equal(2, written);
        Assert.StartsWith("\uFEFF\"Kundennummer\";", text, StringComparison.Ordinal);
        Assert.Contains("\"'=cmd()\";\"'@SUM(A1)\"", text, StringComparison.Ordinal);
        Assert.Contains("\"fehlerhaft: Die E-Mail-Adresse ist nicht lesbar.", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("\r\n").Count(l => l.Length > 0));
        var second = await world.ReadAsync(text.Replace("kaputt", "heil@kunde.example"));
        var rows = await world.RowsAsync(second.Import.Id);
        Assert.Equal((ParticipantState.Ready, "=cmd()", "@SUM(A1)"), (rows[0].State, rows[0].FirstName, rows[0].LastName));
    }

    [Fact]
    public async Task RowsPage_FollowsTheFile()
    {
        var world = await ImportWorld.CreateAsync();
        var read = await world.ReadRowsAsync(true, [.. Rows(5), "x;y", "z"]);
        var list = world.Get<ListImportRows>();

        var first = await list.RunAsync(ImportWorld.Bank, read.Import.Id, take: 4);
        var rest = await list.RunAsync(ImportWorld.Bank, read.Import.Id, after: first!.Next!.Value);
        var invalid = await list.RunAsync(ImportWorld.Bank, read.Import.Id, ParticipantState.Invalid, take: 1);

        Assert.Equal([1, 2, 3, 4], first.Rows.Select(r => r.Id.Number));
        Assert.Equal([5, 6, 7], rest!.Rows.Select(r => r.Id.Number));
        Assert.Null(rest.Next);
        Assert.Equal(6, Assert.Single(invalid!.Rows).Id.Number);
        Assert.Null(await list.RunAsync(ImportWorld.Bank, BatchId.Parse("2026-W46-i0999")));
    }

    /// <summary>Fails from the n-th write on, as a process does that dies.</summary>
    private sealed class DyingStore(IRecordStore inner, int writes) : IRecordStore
    {
        private int _left = writes;

        public Task<StoredRecord?> ReadAsync(string table, string partition, string row, CancellationToken cancel = default) => inner.ReadAsync(table, partition, row, cancel);

        public IAsyncEnumerable<StoredRecord> RangeAsync(string table, string partition, RowRange range, CancellationToken cancel = default) => inner.RangeAsync(table, partition, range, cancel);

        public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RecordChange> changes, CancellationToken cancel = default) =>
            _left-- > 0 ? inner.WriteAsync(table, partition, changes, cancel) : throw new StorageUnavailableException("The process died.");
    }
}
