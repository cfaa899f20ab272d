using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Core.Imports;

public enum ImportState
{
    /// <summary>Rows are being read and judged; a crash here leaves an import that the next start discards.</summary>
    Reading,

    /// <summary>Rows are judged and shown; nothing is in the stock yet.</summary>
    Preview,

    /// <summary>Ready rows are in the stock, or on their way there.</summary>
    Confirmed,

    /// <summary>Taken back before anything was sent.</summary>
    Undone,
}

/// <summary>An import of participants. Partition: institute; row: batch.</summary>
/// <param name="FileName">As uploaded, for display only; never a path.</param>
/// <param name="FileHash">SHA-256 of the bytes, hex.</param>
/// <param name="StoredAs">Name of the source in the file store.</param>
/// <param name="Counts">Rows by state.</param>
/// <param name="Warnings">Codes that concern the whole file (encoding, mojibake, preamble).</param>
/// <param name="Attestation">Who attested existing customers for this batch, or null.</param>
/// <param name="ConfirmedAt">When every accepted row was in its survey's stock; null while confirmed rows are still on
/// their way there (confirming again goes on).</param>
/// <param name="RefusedCode">Why reading was given up in the middle; such an import is undone and has no rows.</param>
/// <param name="Headers">As they stand in the file, for the download of rejected rows.</param>
/// <param name="ConfirmedBy">User name, or the name of the drop folder.</param>
/// <param name="Places">Which field of a record held each of our columns when the file was read, −1 for none.</param>
/// <param name="AliveAt">While reading: when the reader last said that it lives.</param>
/// <param name="AlreadyInvited">Of one undone while it was being sent: whose invitations could not be held back any more.</param>
/// <param name="Later">Of a preview: rows in quarantine that are taken over all the same and wait until it is over.</param>
public sealed record Import(
    BatchId Id,
    string FileName,
    string FileHash,
    string StoredAs,
    DateTimeOffset At,
    string By,
    ImportState State,
    int Rows,
    IReadOnlyDictionary<ParticipantState, int> Counts,
    IReadOnlyList<string> Warnings,
    Attestation? Attestation,
    DateTimeOffset? ConfirmedAt = null,
    DateTimeOffset? UndoneAt = null,
    string? RefusedCode = null,
    LocalizedText? RefusedText = null,
    IReadOnlyList<string>? Headers = null,
    string? ConfirmedBy = null,
    DateTimeOffset? AliveAt = null,
    IReadOnlyList<int>? Places = null,
    int AlreadyInvited = 0,
    int Later = 0)
{
    /// <summary>A reader says that it lives every <see cref="Heartbeat"/>; one that has been silent for longer than
    /// <see cref="Lease"/> has died with its process.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public bool IsAbandoned(DateTimeOffset now) => State == ImportState.Reading && now - (AliveAt ?? At) > Lease;
}

public sealed class ImportRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: batch. A week's imports are one range.</summary>
    public Table<Import> Imports { get; } = new(store, "imports");

    /// <summary>Which file is, or is being, imported as which batch. Partition: institute; row: SHA-256. Removed when
    /// the import is undone.</summary>
    public Table<KnownFile> Files { get; } = new(store, "importFiles");

    /// <summary>Which conversation has been confirmed as which participant. Partition: <c>institute|yyyy-MM</c> of the
    /// conversation; row: keyed hash of customer (or address), survey, advisor and day.</summary>
    public Table<KnownRow> Rows { get; } = new(store, "importRows");

    /// <summary>What an institute calls its columns. Partition: institute; row: the kind of file (<c>participants</c>).</summary>
    public Table<OwnColumns> OwnColumns { get; } = new(store, "importColumns");

    public static string Partition(InstituteId institute) => institute.ToString();

    public Task<Versioned<Import>?> ReadAsync(InstituteId institute, BatchId batch, CancellationToken cancel = default) =>
        Imports.ReadAsync(Partition(institute), batch.ToString(), cancel);

    /// <summary>The imports of a week, oldest first.</summary>
    public Task<List<Import>> OfWeekAsync(InstituteId institute, IsoWeek week, CancellationToken cancel = default) =>
        Imports.ListAsync(Partition(institute), RowRange.Prefix($"{week}-i"), cancel);
}

public sealed record KnownFile(BatchId Batch);

public sealed record KnownRow(ParticipantId Participant);
