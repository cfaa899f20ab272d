namespace See360.Core.Results.Exports;

/// <summary>The documents that results can be taken along as.</summary>
public enum ExportFormat
{
    Xlsx,
    Csv,
    Pptx,
}

/// <summary>A document that is ready to be written.</summary>
/// <param name="FileName">Letters of every system.</param>
/// <param name="WriteAsync">Writes it, asynchronously and once.</param>
public sealed record ResultDocument(string FileName, string ContentType, Func<Stream, CancellationToken, Task> WriteAsync);
