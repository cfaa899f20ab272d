using System.Globalization;
using See360.Core.Institutes;

namespace See360.Core.Results.Segments;

/// <summary>Names of segment files: no two are ever the same, and each says when it was made.</summary>
internal static class SegmentNames
{
    public const string Facts = ".facts";
    public const string Comments = ".comments";

    private const string Stamp = "yyyyMMddHHmmss";

    public static string Prefix(InstituteId institute) => $"{institute}/results/";

    /// <returns>Without the part's ending.</returns>
    public static string New(InstituteId institute, SegmentMonth month, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(institute)}{month}-{now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}-{Guid.NewGuid():n}");

    /// <summary>When a file was made; null: that is none of ours.</summary>
    public static DateTimeOffset? MadeAt(InstituteId institute, string name) =>
        name.StartsWith(Prefix(institute), StringComparison.Ordinal) && name[Prefix(institute).Length..].Split('-') is [_, _, var stamp, _]
        && DateTimeOffset.TryParseExact(stamp, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
