namespace See360.Core.Imports;

/// <summary>What a file may at most be. A host may set other values; the defaults let a bank's whole stock through.</summary>
public sealed class ImportLimits
{
    /// <summary>Bytes of an upload; 512 MB.</summary>
    public long MaxBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Records of a file.</summary>
    public int MaxRows { get; set; } = 2_000_000;

    /// <summary>Bytes of one record. A longer one is a quote that was never closed.</summary>
    public int MaxRecordBytes { get; set; } = 256 * 1024;

    /// <summary>Columns of the header.</summary>
    public int MaxColumns { get; set; } = 200;

    /// <summary>Bytes of a workbook, packed; 64 MB.</summary>
    public long MaxWorkbookBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>Bytes that one part of a workbook may unpack to; 1 GB.</summary>
    public long MaxPartBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Bytes that a workbook's shared texts may unpack to: they are held in memory while it is read.</summary>
    public long MaxSharedTextBytes { get; set; } = 200L * 1024 * 1024;

    /// <summary>How many times its packed size a part of more than 4 MB may unpack to. Real sheets stay under 60.</summary>
    public int MaxPackingRatio { get; set; } = 200;
}
