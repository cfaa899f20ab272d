namespace See360.Core.Results.Facts;

/// <summary>Numbers for the texts of one kind (advisors, units, segments, channels) of an institute. A text keeps its number as long as
/// the object lives, so that tables of different moments share one. May be read while it grows.</summary>
public sealed class TextCodes
{
    /// <summary>The number of all texts that came after 65,535 others: an import may write anything into *Segment*.</summary>
    public const ushort Other = ushort.MaxValue;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ushort> _codes = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private volatile Known _known = new(new string[16], new ulong[16], 1);

    public TextCodes()
    {
        (_known.Texts[0], _known.Marks[0]) = ("", Mark.Add(Mark.Begin, ""));
        _bySpan = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>By number.</summary>
    public IReadOnlyList<string> Texts => _known is var known ? new ArraySegment<string>(known.Texts, 0, known.Count) : [];

    /// <summary>The text of a number; empty for <see cref="Other"/>.</summary>
    public string At(ushort code) => _known is var known && code < known.Count ? known.Texts[code] : "";

    /// <summary>The same text, held once.</summary>
    public string Once(string text) => Of(text) is var code and < Other ? At(code) : text;

    public ushort Of(ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            return _bySpan.TryGetValue(text, out var code) ? code : Add(text.ToString());
        }
    }

    /// <returns>The numbers of all texts that are wanted.</returns>
    public CodeSet Where(Func<string, bool> wanted) => new([.. Texts.Select(wanted)]);

    /// <summary>A fingerprint of the text of a number, the same in every process.</summary>
    internal ulong MarkAt(ushort code) => _known is var known && code < known.Count ? known.Marks[code] : known.Marks[0];

    private ushort Add(string text)
    {
        if (_codes.Count >= Other)
        {
            return Other;
        }

        var (texts, marks, count) = (_known.Texts, _known.Marks, _known.Count);
        if (count == texts.Length)
        {
            // Whoever holds the former ones reads what they held.
            Array.Resize(ref texts, 2 * count);
            Array.Resize(ref marks, 2 * count);
        }

        (texts[count], marks[count]) = (text, Mark.Add(Mark.Begin, text));
        _codes[text] = (ushort)count;
        _known = new Known(texts, marks, count + 1);
        return (ushort)count;
    }

    private sealed record Known(string[] Texts, ulong[] Marks, int Count);
}
