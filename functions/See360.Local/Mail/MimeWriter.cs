using System.Globalization;
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
        var mime = new MimeBuffer();
        WriteHeaders(mime, mail);
        WriteAlternatives(mime, mail);
        return mime.ToArray();
    }

    private static void WriteHeaders(MimeBuffer mime, MailMessage mail)
    {
        if (!MailIds.IsId(mail.Id))
        {
            throw new ArgumentException("The mail's id is not 32 hex digits.");
        }

        mime.Line("Date: " + MimeHeader.Date(mail.Date));
        mime.Line(MimeHeader.Mailbox("From", mail.From));
        if (mail.ReplyTo is { } replyTo)
        {
            mime.Line(MimeHeader.Mailbox("Reply-To", replyTo));
        }

        mime.Line(MimeHeader.Mailbox("To", mail.To));
        mime.Line(MimeHeader.Unstructured("Subject", mail.Subject));
        mime.Line($"Message-ID: <{mail.Id}@{Mailbox.Of(mail.From).Domain}>");
        foreach (var header in mail.Headers)
        {
            mime.Line(MimeHeader.Verbatim(header));
        }

        mime.Line("MIME-Version: 1.0");
    }

    private static void WriteAlternatives(MimeBuffer mime, MailMessage mail)
    {
        // "=_" can't occur in quoted-printable or base64, so the boundaries never occur in a body (RFC 2045, 6.7).
        var boundary = $"=_{mail.Id}.a";
        mime.Line($"Content-Type: multipart/alternative; boundary=\"{boundary}\"");
        mime.Line();
        mime.Line("--" + boundary);
        WriteText(mime, "plain", mail.Text);
        mime.Line("--" + boundary);
        if (mail.Images.Count == 0)
        {
            WriteText(mime, "html", mail.Html);
        }
        else
        {
            WriteRelated(mime, mail);
        }

        mime.Line($"--{boundary}--");
    }

    private static void WriteRelated(MimeBuffer mime, MailMessage mail)
    {
        var boundary = $"=_{mail.Id}.r";
        mime.Line($"Content-Type: multipart/related; type=\"text/html\"; boundary=\"{boundary}\"");
        mime.Line();
        mime.Line("--" + boundary);
        WriteText(mime, "html", mail.Html);
        for (var i = 0; i < mail.Images.Count; i++)
        {
            mime.Line("--" + boundary);
            WriteImage(mime, mail.Images[i], i + 1);
        }

        mime.Line($"--{boundary}--");
    }

    private static void WriteText(MimeBuffer mime, string subtype, string text)
    {
        mime.Line($"Content-Type: text/{subtype}; charset=utf-8");
        mime.Line("Content-Transfer-Encoding: quoted-printable");
        mime.Line();
        mime.QuotedPrintable(text);
    }

    private static void WriteImage(MimeBuffer mime, InlineImage image, int number)
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
        mime.Line($"Content-Type: {image.ContentType}; name=\"{name}\"");
        mime.Line("Content-Transfer-Encoding: base64");
        mime.Line($"Content-ID: <{image.ContentId}>");
        mime.Line($"Content-Disposition: inline; filename=\"{name}\"");
        mime.Line();
        mime.Base64(image.Bytes);
    }
}
