using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using See360.Core.Participants;

namespace See360.Core.Imports.Judging;

/// <summary>Who has come before in this file, by Kundennummer and by address. Holds 64-bit hashes only, seeded at random:
/// about 40 bytes a row, and one chance in ten million that among a million rows a stranger is taken for a duplicate.
/// Many small sets instead of one: a large one would be in memory twice whenever it grows.</summary>
public sealed class SeenInFile
{
    private readonly ulong _seed = MemoryMarshal.Read<ulong>(RandomNumberGenerator.GetBytes(8));
    private readonly HashSet<ulong>[] _seen = [.. Enumerable.Range(0, 256).Select(_ => new HashSet<ulong>())];

    /// <summary>True if the person is new; a person that is known under either key stays known under both.</summary>
    public bool Add(Participant participant)
    {
        var isNew = IsNew(Hash('a', participant.Email));
        return (participant.CustomerNumber.Length == 0 || IsNew(Hash('n', participant.CustomerNumber))) && isNew;
    }

    private bool IsNew(ulong hash) => _seen[hash >> 56].Add(hash);

    /// <summary>FNV-1a over folded characters, with a final mix so that near texts are far apart.</summary>
    private ulong Hash(char kind, string text)
    {
        var hash = _seed ^ kind;
        foreach (var c in text)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 0x100000001b3;
        }

        hash ^= BitOperations.RotateRight(hash, 29);
        hash *= 0xbf58476d1ce4e5b9;
        return hash ^ (hash >> 31);
    }
}
