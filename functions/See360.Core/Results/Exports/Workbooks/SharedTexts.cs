using System.Text;
using System.Xml;
using See360.Core.Imports.Reading;

namespace See360.Core.Results.Exports;

/// <summary>The texts of a workbook, each once: names, choices and headers, so they do not grow with the rows.</summary>
internal sealed class SharedTexts
{
    private const int Longest = 32_767;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <returns>Its place, from 0.</returns>
    public int Of(string text)
    {
        if (!_places.TryGetValue(text, out var place))
        {
            place = _places[text] = _texts.Count;
            _texts.Add(text);
        }

        return place;
    }

    public async Task WriteAsync(Stream stream)
    {
        await using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
        await xml.WriteStartDocumentAsync(true);
        await xml.WriteStartElementAsync(null, "sst", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        foreach (var text in _texts)
        {
            await xml.WriteStartElementAsync(null, "si", null);
            await xml.WriteStartElementAsync(null, "t", null);
            await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
            await xml.WriteStringAsync(Safe(text));
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }

    /// <summary>As it may stand in a cell: no formula, nothing that XML can't hold, not too long, and nothing that would be read as a
    /// character's number (<c>_x0041_</c>).</summary>
    public static string Safe(string text)
    {
        text = CsvCells.Neutralise(OfficeText.Clean(text));
        text = text.Length > Longest ? OfficeText.Clean(text[..Longest]) : text;
        var escaped = new StringBuilder(text.Length);
        for (var n = 0; n < text.Length; n++)
        {
            escaped.Append(text[n] == '_' && n + 6 < text.Length && text[n + 1] == 'x' && text[n + 6] == '_' && IsHex(text.AsSpan(n + 2, 4)) ? "_x005F_" : text[n].ToString());
        }

        return escaped.ToString();
    }

    private static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept("0123456789abcdefABCDEF");
}
