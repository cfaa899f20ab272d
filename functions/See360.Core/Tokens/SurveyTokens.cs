using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using See360.Core.Participants;

namespace See360.Core.Tokens;

/// <summary>
/// Survey links. A token is made from (institute number, participant) and the installation's secret alone: it is
/// never stored, a reminder makes the same one again, and reading it leads straight to the participant's record.
/// 16 bytes HMAC-SHA-256 of the subject, then the 12-byte subject masked by a pad that the HMAC seeds (the
/// synthetic-IV construction of RFC 5297), in base64url: 38 characters, 128 bits to guess, no readable content.
/// A participant belongs to one survey, so a token is of no use for another; expiry is in the participant's record.
/// </summary>
public sealed class SurveyTokens(SecretKeys secrets)
{
    private const int MacBytes = 16;

    private readonly byte[] _macKey = secrets.Derive("survey-token-mac");
    private readonly byte[] _padKey = secrets.Derive("survey-token-pad");

    public string Create(int instituteNumber, ParticipantId participant)
    {
        Span<byte> token = stackalloc byte[MacBytes + TokenSubject.Bytes];
        var mac = token[..MacBytes];
        var subject = token[MacBytes..];
        new TokenSubject(instituteNumber, participant).Write(subject);
        Mac(subject, mac);
        Mask(mac, subject);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>False for anything that this installation did not make. The comparison takes constant time.</summary>
    public bool TryRead([NotNullWhen(true)] string? text, out TokenSubject subject)
    {
        subject = default;
        Span<byte> token = stackalloc byte[MacBytes + TokenSubject.Bytes];
        // Not TryDecodeFromChars: it throws at what is no base64url, and a link that was copied badly is just unknown.
        if (text is not { Length: 38 }
            || Base64Url.DecodeFromChars(text, token, out _, out var written) != OperationStatus.Done || written != token.Length)
        {
            return false;
        }

        var bytes = token[MacBytes..];
        Mask(token[..MacBytes], bytes);
        Span<byte> expected = stackalloc byte[MacBytes];
        Mac(bytes, expected);
        return CryptographicOperations.FixedTimeEquals(expected, token[..MacBytes]) && TokenSubject.TryRead(bytes, out subject);
    }

    private void Mac(ReadOnlySpan<byte> subject, Span<byte> mac)
    {
        Span<byte> full = stackalloc byte[32];
        HMACSHA256.HashData(_macKey, subject, full);
        full[..MacBytes].CopyTo(mac);
    }

    private void Mask(ReadOnlySpan<byte> mac, Span<byte> subject)
    {
        Span<byte> pad = stackalloc byte[32];
        HMACSHA256.HashData(_padKey, mac, pad);
        for (var i = 0; i < subject.Length; i++)
        {
            subject[i] ^= pad[i];
        }
    }
}
