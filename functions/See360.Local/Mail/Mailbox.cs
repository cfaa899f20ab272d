using System.Globalization;
using System.Text;

namespace See360.Local.Mail;

/// <summary>An address in the form in which it travels: local part as it is, domain in ASCII.</summary>
/// <param name="NeedsUtf8">The local part holds other characters than ASCII: only carriers with SMTPUTF8 take it.</param>
internal readonly record struct Mailbox(string LocalPart, string Domain, bool NeedsUtf8)
{
    private static readonly IdnMapping _idn = new() { UseStd3AsciiRules = true };

    public override string ToString() => $"{LocalPart}@{Domain}";

    /// <exception cref="ArgumentException">Not an address of the form <c>dot-atom@domain</c>. Quoted local parts and
    /// address literals are not taken: no bank's customer has one, and they are what injection is made of.</exception>
    public static Mailbox Of(Core.Mail.MailAddress address) =>
        TryOf(address.Address, out var mailbox) ? mailbox : throw new ArgumentException("Not an address that mail can be sent to.");

    public static bool TryOf(string address, out Mailbox mailbox)
    {
        mailbox = default;
        var at = address.LastIndexOf('@');
        if (at < 1 || !IsDotAtom(address.AsSpan(0, at)) || !TryAsciiDomain(address[(at + 1)..], out var domain))
        {
            return false;
        }

        var local = address[..at];
        mailbox = new Mailbox(local, domain, !Ascii.IsValid(local));
        return Encoding.UTF8.GetByteCount(local) <= 64;
    }

    private static bool IsDotAtom(ReadOnlySpan<char> text)
    {
        if (text[0] == '.' || text[^1] == '.' || text.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            var allowed = rune.IsAscii
                ? char.IsAsciiLetterOrDigit((char)rune.Value) || ".!#$%&'*+-/=?^_`{|}~".Contains((char)rune.Value, StringComparison.Ordinal)
                : rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;
            if (!allowed)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryAsciiDomain(string text, out string domain)
    {
        domain = text.ToLowerInvariant();
        if (!Ascii.IsValid(text))
        {
            try
            {
                domain = _idn.GetAscii(text).ToLowerInvariant();
            }
            catch (ArgumentException)
            {
                // Not a domain name: characters that no label may hold.
                return false;
            }
        }

        return domain.Length <= 253 && domain.Split('.').All(IsLabel);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
