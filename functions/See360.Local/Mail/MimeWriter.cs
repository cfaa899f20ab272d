using System.Globalization;
using System.Text;
using See360.Core.Mail;

namespace See360.Local.Mail;

/// <summary>
/// Writes a mail as RFC 5322 and MIME: text and HTML as alternatives, images beside the HTML, all bodies as lines of
/// at most 76 ASCII characters, so that any relay can pass the mail on unchanged and a DKIM signature stays valid.
/// The same mail gives the same bytes.
/// </summary>
public static class MimeWriter
{
    /// <exception cref="ArgumentException">An address, a header or an image that can't be written.</exception>
    public static byte[] Write(MailMessage mail)
    {
        using var buffer = new MemoryStream(16 * 1024);
        using (var mime = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false), leaveOpen: true) { NewLine = "\r\n" })
        {
            WriteHeaders(mime, mail);
            WriteAlternatives(mime, mail);
        }

        return buffer.ToArray();
    }

    private static void WriteHeaders(TextWriter mime, MailMessage mail)
    {
        if (!MailIds.IsId(mail.Id))
        {
            throw new ArgumentException("The mail's id is not 32 hex digits.");
        }

        mime.WriteLine("Date: " + MimeHeader.Date(mail.Date));
        mime.WriteLine(MimeHeader.Mailbox("From", mail.From));
        if (mail.ReplyTo is { } replyTo)
        {
            mime.WriteLine(MimeHeader.Mailbox("Reply-To", replyTo));
        }

        mime.WriteLine(MimeHeader.Mailbox("To", mail.To));
        mime.WriteLine(MimeHeader.Unstructured("Subject", mail.Subject));
        mime.WriteLine($"Message-ID: <{mail.Id}@{Mailbox.Of(mail.From).Domain}>");
        foreach (var header in mail.Headers)
        {
            mime.WriteLine(MimeHeader.Verbatim(header));
        }

        mime.WriteLine("MIME-Version: 1.0");
    }

    private static void WriteAlternatives(StreamWriter mime, MailMessage mail)
    {
        // "=_" can't occur in quoted-printable or base64, so the boundaries never occur in a body (RFC 2045, 6.7).
        var boundary = $"=_{mail.Id}.a";
        mime.WriteLine($"Content-Type: multipart/alternative; boundary=\"{boundary}\"");
        mime.WriteLine();
        mime.WriteLine("--" + boundary);
        WriteText(mime, "plain", mail.Text);
        mime.WriteLine("--" + boundary);
        if (mail.Images.Count == 0)
        {
            WriteText(mime, "html", mail.Html);
        }
        else
        {
            WriteRelated(mime, mail);
        }

        mime.WriteLine($"--{boundary}--");
    }

    private static void WriteRelated(StreamWriter mime, MailMessage mail)
    {
        var boundary = $"=_{mail.Id}.r";
        mime.WriteLine($"Content-Type: multipart/related; type=\"text/html\"; boundary=\"{boundary}\"");
        mime.WriteLine();
        mime.WriteLine("--" + boundary);
        WriteText(mime, "html", mail.Html);
        for (var i = 0; i < mail.Images.Count; i++)
        {
            mime.WriteLine("--" + boundary);
            WriteImage(mime, mail.Images[i], i + 1);
        }

        mime.WriteLine($"--{boundary}--");
    }

    private static void WriteText(StreamWriter mime, string subtype, string text)
    {
        mime.WriteLine($"Content-Type: text/{subtype}; charset=utf-8");
        mime.WriteLine("Content-Transfer-Encoding: quoted-printable");
        mime.WriteLine();
        QuotedPrintable.Write(text, mime);
        mime.WriteLine();
    }

    private static void WriteImage(StreamWriter mime, InlineImage image, int number)
    {
        var extension = image.ContentType switch
        {
            "image/jpeg" => "jpg",
            "image/png" => "png",
            _ => throw new ArgumentException("Only JPEG and PNG images can be sent."),
        };
        if (image.ContentId.Length is 0 or > 200 || !image.ContentId.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@'))
        {
            throw new ArgumentException("Not a content id.");
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"image{number}.{extension}");
        mime.WriteLine($"Content-Type: {image.ContentType}; name=\"{name}\"");
        mime.WriteLine("Content-Transfer-Encoding: base64");
        mime.WriteLine($"Content-ID: <{image.ContentId}>");
        mime.WriteLine($"Content-Disposition: inline; filename=\"{name}\"");
        mime.WriteLine();
        mime.WriteLine(Convert.ToBase64String(image.Bytes, Base64FormattingOptions.InsertLineBreaks));
    }
}
