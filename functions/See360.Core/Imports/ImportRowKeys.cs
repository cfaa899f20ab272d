using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Tokens;

namespace See360.Core.Imports;

/// <summary>Under which key a conversation is remembered: HMAC-SHA-256 of customer number (or address), survey, advisor
/// and day, cut to 128 bits. A row without a conversation (strategic surveys) counts once per calendar year.</summary>
public sealed class ImportRowKeys(SecretKeys secrets)
{
    private readonly byte[] _key = secrets.Derive("import-rows");

    public static string Partition(InstituteId institute, Participant participant) =>
        participant.ConversationOn is { } day ? Month(institute, day) : Stock(institute, participant.Id.Batch.Week.Year);

    public static string Month(InstituteId institute, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{institute}|{day:yyyy-MM}");

    public static string Stock(InstituteId institute, int year) => string.Create(CultureInfo.InvariantCulture, $"{institute}|stock-{year}");

    public string Row(InstituteId institute, Participant participant)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{institute}\n{Person(participant)}\n{participant.Survey}\n{participant.Advisor}\n{participant.ConversationOn:yyyy-MM-dd}");
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text), mac);
        return Convert.ToHexStringLower(mac[..16]);
    }

    /// <summary>Who was talked to, and when, whoever the row says it was with: the same in a row whose advisor is corrected.</summary>
    internal static string Contact(Participant participant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Person(participant)}\n{participant.ConversationOn:yyyy-MM-dd}");

    private static string Person(Participant participant) =>
        participant.CustomerNumber.Length > 0 ? "n" + participant.CustomerNumber : "a" + participant.Email.ToLowerInvariant();
}
