using System.ComponentModel.DataAnnotations;

namespace See360.Azure;

/// <summary>Where the services are. Bound by the host from the section <c>See360</c>; each is explained in docs/operations.md.</summary>
public sealed class AzureSettings : IValidatableObject
{
    public const string Section = "See360";

    /// <summary>Of the storage account for records: <c>https://….table.core.windows.net</c>.</summary>
    public Uri? Tables { get; set; }

    /// <summary>Of the storage account for files: <c>https://….blob.core.windows.net</c>.</summary>
    public Uri? Blobs { get; set; }

    /// <summary>Of the account that banks drop files into by SFTP.</summary>
    public Uri? Drop { get; set; }

    /// <summary>Of Communication Services: <c>https://….communication.azure.com</c>.</summary>
    public Uri? Mail { get; set; }

    /// <summary>In place of the endpoints: the emulator, on the developer's own machine.</summary>
    public string Emulator { get; set; } = "";

    /// <summary>The installation's secret: 32 random bytes or more in base64, from Key Vault. Whoever loses it loses every open
    /// survey link and the meaning of the suppression list.</summary>
    public string MasterKey { get; set; } = "";

    /// <summary>The public origin that links in mails lead to.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>How many addresses at the end of <c>X-Forwarded-For</c> are those of Azure's own proxies: 1, of Static Web Apps.</summary>
    [Range(0, 8)]
    public int Proxies { get; set; } = 1;

    public byte[] MasterKeyBytes() => Convert.FromBase64String(MasterKey);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Emulator.Length == 0)
        {
            foreach (var (name, value) in new[] { (nameof(Tables), Tables), (nameof(Blobs), Blobs), (nameof(Drop), Drop), (nameof(Mail), Mail) })
            {
                if (value is not { IsAbsoluteUri: true, Scheme: "https" })
                {
                    yield return Problem(name, "an https address");
                }
            }
        }

        if (BaseUrl is not { IsAbsoluteUri: true })
        {
            yield return Problem(nameof(BaseUrl), "the public address");
        }

        var key = new byte[MasterKey.Length];
        if (!Convert.TryFromBase64String(MasterKey, key, out var bytes) || bytes < 32)
        {
            yield return Problem(nameof(MasterKey), "32 random bytes or more in base64");
        }
    }

    private static ValidationResult Problem(string name, string wanted) => new($"{Section}__{name} must be {wanted}.", [name]);
}
