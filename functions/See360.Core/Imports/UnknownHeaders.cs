using See360.Core.Imports.Reading;
using See360.Core.Institutes;

namespace See360.Core.Imports;

/// <summary>Which headers of an import's file stand for no column, with the names that are known today.</summary>
public sealed class UnknownHeaders(OwnColumnNames own)
{
    public async Task<HeaderCheck> RunAsync(InstituteId institute, Import import, CancellationToken cancel = default)
    {
        var headers = import.Headers ?? [];
        var names = await own.ForAsync(institute, null, cancel);
        var reason = TextFolding.Fold(WriteRejectedRows.ReasonColumn);
        return new HeaderCheck(
            [.. headers.Where(h => TextFolding.Fold(h) is { Length: > 0 } folded && folded != reason && !ImportColumns.Set.Knows(h, names))],
            ReadImport.ReadsDifferently(import, names));
    }
}

/// <param name="ReadsDifferently">True if names were added or removed since the file was read, and it would be read
/// differently now.</param>
public sealed record HeaderCheck(IReadOnlyList<string> Unknown, bool ReadsDifferently);
