using System.Globalization;
using System.Security.Cryptography;

namespace See360.Core.Results;

/// <summary>Fingerprints of what was read. A record is known by its key and version, and a set of records by the sum
/// of theirs, so that the same content gives the same text in every process.</summary>
internal static class Mark
{
    /// <summary>FNV-1a over the three texts, with the last step of SplitMix64, because sums need well-mixed bits.</summary>
    public static ulong Of(string kind, string row, string version)
    {
        var hash = Add(Add(Add(14695981039346656037, kind), row), version);
        hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
        hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
        return hash ^ (hash >> 31);
    }

    public static string Text(IEnumerable<ulong> marks)
    {
        var text = string.Join('.', marks.Select(m => m.ToString("x", CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text)).AsSpan(0, 12));
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        // So that "ab" and "c" differ from "a" and "bc".
        return (hash ^ 0x1f) * 1099511628211;
    }
}
