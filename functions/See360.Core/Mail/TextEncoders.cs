using System.Text;
using HandlebarsDotNet;

namespace See360.Core.Mail;

/// <summary>How a value is written into a template.</summary>
internal abstract class ValueText : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target)
    {
        foreach (var c in text ?? "")
        {
            Write(c, target);
        }
    }

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text?.MoveNext() == true)
        {
            Write(text.Current, target);
        }
    }

    protected abstract void Write(char c, TextWriter target);
}

/// <summary>Makes every value safe between tags and in quoted attributes. Letters with marks stay as they are: the
/// parts are UTF-8.</summary>
internal sealed class HtmlText : ValueText
{
    protected override void Write(char c, TextWriter target)
    {
        switch (c)
        {
            case '&': target.Write("&amp;"); break;
            case '<': target.Write("&lt;"); break;
            case '>': target.Write("&gt;"); break;
            case '"': target.Write("&quot;"); break;
            case '\'': target.Write("&#39;"); break;
            case '`': target.Write("&#96;"); break;
            case '\r' or '\n' or '\t': target.Write(' '); break;
            case < ' ' or '\u007f': break;
            default: target.Write(c); break;
        }
    }
}

/// <summary>The text part has no markup: values stay as they are, on one line.</summary>
internal sealed class PlainText : ValueText
{
    protected override void Write(char c, TextWriter target)
    {
        if (c is '\r' or '\n' or '\t')
        {
            target.Write(' ');
        }
        else if (!char.IsControl(c))
        {
            target.Write(c);
        }
    }
}
