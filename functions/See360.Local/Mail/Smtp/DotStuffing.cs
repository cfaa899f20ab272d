namespace See360.Local.Mail.Smtp;

/// <summary>RFC 5321, 4.5.2: a line that begins with a dot gets a second one, so that none of them ends the mail.</summary>
internal static class DotStuffing
{
    /// <param name="eml">Lines that end with CRLF, the last one too.</param>
    public static byte[] Apply(byte[] eml)
    {
        var stuffed = new MemoryStream(eml.Length + 64);
        var lineBegins = true;
        foreach (var b in eml)
        {
            if (lineBegins && b == '.')
            {
                stuffed.WriteByte((byte)'.');
            }

            stuffed.WriteByte(b);
            lineBegins = b == '\n';
        }

        return stuffed.ToArray();
    }
}
