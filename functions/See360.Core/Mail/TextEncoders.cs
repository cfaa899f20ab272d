using System.Buffers;
using System.Text;
using HandlebarsDotNet;

namespace See360.Core.Mail;

/// <summary>How a value is written into a template.</summary>
/// <param name="special">What can't be written as it is.</param>
internal abstract class ValueText(SearchValues<char> special) : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target)
    {
        ReadOnlySpan<char> rest = text;
        while (rest.Length > 0)
        {
            var next = rest.IndexOfAny(special);
            target.Write(next < 0 ? rest : rest[..next]);
            if (next < 0)
            {
                return;
            }

            target.Write(Instead(rest[next]));
            rest = rest[(next + 1)..];
        }
    }

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var whole = new StringBuilder();
        while (text?.MoveNext() == true)
        {
            whole.Append(text.Current);
        }

        Encode(whole.ToString(), target);
    }

    protected const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000b\u000c\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f\u0085\u2028\u2029";

    protected abstract string Instead(char special);

    protected static string InsteadOfControl(char control) => control is '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029' ? " " : "";
}

/// <summary>Makes every value safe between tags and in quoted attributes. Letters with marks stay as they are: the
/// parts are UTF-8.</summary>
internal sealed class HtmlText() : ValueText(SearchValues.Create("&<>\"'`" + Controls))
{
    protected override string Instead(char special) => special switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '`' => "&#96;",
        _ => InsteadOfControl(special),
    };
}

/// <summary>The text part has no markup: values stay as they are, on one line.</summary>
internal sealed class PlainText() : ValueText(SearchValues.Create(Controls))
{
    protected override string Instead(char special) => InsteadOfControl(special);
}
