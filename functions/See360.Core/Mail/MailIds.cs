using System.Security.Cryptography;
using System.Text;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;

namespace See360.Core.Mail;

/// <summary>Ids of mails: the same occasion always has the same id, so that a carrier or a mail program can tell that
/// it has seen a mail before. 32 lower-case hex digits that say nothing about the recipient.</summary>
public static class MailIds
{
    /// <summary>A mail of the weekly cycle. For a newsletter, the participant is the advisor's place in the self-image batch.</summary>
    public static string For(InstituteId institute, CycleId cycle, SendKind kind, ParticipantId participant) =>
        Hash($"cycle\n{institute}\n{cycle}\n{kind}\n{participant}");

    /// <summary>An activation mail: one for each token that was given out.</summary>
    public static string ForActivation(InstituteId institute, string userName, string token) =>
        Hash($"activation\n{institute}\n{userName}\n{token}");

    /// <summary>True for what the other methods make: safe as a file name.</summary>
    public static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    private static string Hash(string occasion) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(occasion)).AsSpan(0, 16));
}
