namespace See360.Core.Results.Facts;

/// <summary>Numbers for the texts of one kind (advisors, units, segments, channels) of an institute. A text keeps its number as long as
/// the object lives, so that tables of different moments share one. May be read while it grows.</summary>
public sealed class TextCodes
{
    /// <summary>The number of all texts that came after 65,535 others: an import may write anything into *Segment*.</summary>
    public const ushort Other = ushort.MaxValue;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ushort> _codes = new(StringComparer.Ordinal) { [""] = 0 };
    private volatile string[] _texts = [""];

    /// <summary>By number.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The text of a number; empty for <see cref="Other"/>.</summary>
    public string At(ushort code) => _texts is var texts && code < texts.Length ? texts[code] : "";

    /// <summary>The same text, held once.</summary>
    public string Once(string text) => Of(text) is var code and < Other ? At(code) : text;

    public ushort Of(string text)
    {
        lock (_lock)
        {
            if (_codes.TryGetValue(text, out var code))
            {
                return code;
            }

            if (_codes.Count >= Other)
            {
                return Other;
            }

            code = (ushort)_codes.Count;
            _codes[text] = code;
            _texts = [.. _texts, text];
            return code;
        }
    }

    /// <returns>True for each number whose text is wanted.</returns>
    public bool[] Where(Func<string, bool> wanted)
    {
        var texts = _texts;
        var chosen = new bool[Other + 1];
        for (var code = 0; code < texts.Length; code++)
        {
            chosen[code] = wanted(texts[code]);
        }

        return chosen;
    }
}
