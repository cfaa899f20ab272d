namespace See360.Core.Imports.Reading;

/// <summary>First sheet of a workbook.</summary>
public sealed class WorkbookFields : IFieldReader
{
    public static WorkbookFields Open(Stream stream, ImportLimits limits) => throw new NotSupportedException();

    public ValueTask<string[]?> NextAsync(CancellationToken cancel = default) => default;

    public ValueTask DisposeAsync() => default;
}
