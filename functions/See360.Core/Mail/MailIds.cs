using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Tokens;

namespace See360.Core.Mail;

/// <summary>
/// Ids of mails: the same occasion always has the same id, so that a carrier or a mail program can tell that it has seen
/// a mail before; and an id that a carrier reports on leads to the ledger's record without a search. 32 lower-case hex
/// digits that say nothing about the recipient: one AES block (FIPS 197), a permutation of institute, participant and kind,
/// so that two occasions never share an id.
/// </summary>
public sealed class MailIds(SecretKeys secrets)
{
    private const int Bytes = 16;

    private readonly byte[] _key = secrets.Derive("mail-id");

    /// <summary>A mail of the weekly cycle. For a newsletter, the participant is the advisor's place in the week's batch of newsletters.</summary>
    /// <param name="instituteNumber">1 to 65,535.</param>
    public string For(int instituteNumber, SendKind kind, ParticipantId participant)
    {
        Span<byte> block = stackalloc byte[Bytes];
        new TokenSubject(instituteNumber, participant).Write(block);
        block[TokenSubject.Bytes] = checked((byte)kind);
        using var aes = Cipher();
        return Convert.ToHexStringLower(aes.EncryptEcb(block, PaddingMode.None));
    }

    /// <summary>An activation mail: one for each token that was given out.</summary>
    public static string ForActivation(InstituteId institute, string userName, string token) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"activation\n{institute}\n{userName}\n{token}")).AsSpan(0, Bytes));

    /// <summary>A report: one for each person and occasion.</summary>
    public static string ForReport(InstituteId institute, string userName, string occasion) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"report\n{institute}\n{userName}\n{occasion}")).AsSpan(0, Bytes));

    /// <summary>Which mail of the weekly cycle it is; false for any other text.</summary>
    public bool TryRead([NotNullWhen(true)] string? id, out MailSubject subject)
    {
        subject = default;
        if (id is null || !IsId(id))
        {
            return false;
        }

        using var aes = Cipher();
        var block = aes.DecryptEcb(Convert.FromHexString(id), PaddingMode.None);

        // The bytes that are left over are zero: one in 16 million other texts gets past, and finds no record.
        if (block.AsSpan(TokenSubject.Bytes + 1).ContainsAnyExcept((byte)0) || !Enum.IsDefined((SendKind)block[TokenSubject.Bytes])
            || !TokenSubject.TryRead(block, out var of))
        {
            return false;
        }

        subject = new MailSubject(of.InstituteNumber, of.Participant, (SendKind)block[TokenSubject.Bytes]);
        return true;
    }

    /// <summary>True for what the other methods make: safe as a file name.</summary>
    public static bool IsId(string text) => text.Length == 2 * Bytes && text.All(char.IsAsciiHexDigitLower);

    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }
}

/// <summary>Which mail of the weekly cycle an id names.</summary>
public readonly record struct MailSubject(int InstituteNumber, ParticipantId Participant, SendKind Kind);
