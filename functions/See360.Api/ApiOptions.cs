using System.ComponentModel.DataAnnotations;

namespace See360.Api;

/// <summary>What a host may set about the HTTP side. Bound and validated by the host at start.</summary>
public sealed class ApiOptions
{
    /// <summary>The host names that are answered; empty: every one. <c>*.bank.example</c> stands for its subdomains.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>The largest body of a request whose endpoint names no limit of its own, in bytes.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public long BodyBytes { get; set; } = 256 * 1024;

    /// <summary>The largest export that a page may send, in bytes; null: as large as an import may be (<c>ImportLimits</c>). For a host
    /// whose front door waits for an answer only so long, while the file is read and stored before it.</summary>
    [Range(1024, long.MaxValue)]
    public long? UploadBytes { get; set; }

    /// <summary>All header names and values of a request together, in bytes.</summary>
    [Range(1024, 1024 * 1024)]
    public int HeaderBytes { get; set; } = 32 * 1024;

    /// <summary>PBKDF2-HMAC-SHA-512 rounds of a password hash.</summary>
    [Range(1, 10_000_000)]
    public int PasswordRounds { get; set; } = 210_000;

    [Required]
    public RateLimits Limits { get; set; } = new();
}

/// <summary>Requests per minute, each for its own key.</summary>
public sealed class RateLimits
{
    /// <summary>Sign-ins and activations from one address; a bank's people share one.</summary>
    public int SignInsPerAddress { get; set; } = 120;

    /// <summary>Sign-ins from one address for one user.</summary>
    public int SignInsPerUser { get; set; } = 10;

    /// <summary>Requests with one survey token.</summary>
    public int PerSurvey { get; set; } = 240;

    /// <summary>Uploads of one session.</summary>
    public int Uploads { get; set; } = 30;

    /// <summary>Documents of results for one session.</summary>
    public int Exports { get; set; } = 30;

    /// <summary>All requests of one session.</summary>
    public int PerSession { get; set; } = 1_200;

    /// <summary>All requests without a session from one address.</summary>
    public int PerAddress { get; set; } = 3_000;

    /// <summary>For tests and benchmarks, which are one address.</summary>
    public static RateLimits Unlimited => new()
    {
        SignInsPerAddress = int.MaxValue,
        SignInsPerUser = int.MaxValue,
        PerSurvey = int.MaxValue,
        Uploads = int.MaxValue,
        Exports = int.MaxValue,
        PerSession = int.MaxValue,
        PerAddress = int.MaxValue,
    };
}
