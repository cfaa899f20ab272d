using System.Text;

namespace See360.Core.Storage;

/// <summary>What may stand in a partition or row key, and how other text is brought into that form.</summary>
public static class RecordKey
{
    public const int MaxLength = 256;

    /// <summary>Joins the parts of a partition key.</summary>
    public static string Join(params ReadOnlySpan<string> parts) => string.Join('|', parts);

    /// <summary>Text of any alphabet as a key part: ASCII letters, digits and <c>. - _ @ + :</c> stay, every other
    /// UTF-8 byte becomes <c>~hh</c>. One to one, so two texts never share a key.</summary>
    public static string Encode(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_' or (byte)'@' or (byte)'+' or (byte)':')
            {
                key.Append((char)b);
            }
            else
            {
                key.Append('~').Append(b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return key.ToString();
    }

    /// <summary>The smallest character of a key: appended to a key, it makes the next one in order.</summary>
    public const string Smallest = " ";

    /// <summary>False for what no store can hold.</summary>
    public static bool IsKey(string key) => key.Length is > 0 and <= MaxLength && !key.Any(IsForbidden);

    /// <exception cref="ArgumentException">The key can't be held by every store.</exception>
    public static void Check(string key)
    {
        if (key.Length is 0 or > MaxLength)
        {
            throw new ArgumentException($"A key has 1 to {MaxLength} characters, this one has {key.Length}.");
        }

        foreach (var c in key)
        {
            if (IsForbidden(c))
            {
                throw new ArgumentException($"A key may not hold the character U+{(int)c:X4}.");
            }
        }
    }

    private static bool IsForbidden(char c) => c is < ' ' or > '~' or '/' or '\\' or '#' or '?';
}
