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
    LocalizedText? RefusedText = null);

public sealed class ImportRecords(IRecordStore store)
{
    /// <summary>Partition: institute; row: batch. A week's imports are one range.</summary>
    public Table<Import> Imports { get; } = new(store, "imports");

    /// <summary>Which file has been confirmed as which batch. Partition: institute; row: SHA-256.</summary>
    public Table<KnownFile> Files { get; } = new(store, "importFiles");

    /// <summary>Which conversation has been confirmed as which participant. Partition: <c>institute|yyyy-MM</c> of the
    /// conversation; row: keyed hash of customer (or address), survey, advisor and day.</summary>
    public Table<KnownRow> Rows { get; } = new(store, "importRows");

    public static string Partition(InstituteId institute) => institute.ToString();
}

public sealed record KnownFile(BatchId Batch);

public sealed record KnownRow(ParticipantId Participant);
