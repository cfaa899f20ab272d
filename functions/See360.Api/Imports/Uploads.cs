using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using See360.Api.Limits;
using See360.Core;
using See360.Core.Texts;

namespace See360.Api.Imports;

/// <summary>Files in forms: large ones go to disk while they arrive, never into memory.</summary>
internal static class Uploads
{
    /// <summary>Room for the form around the file.</summary>
    private const int FormBytes = 64 * 1024;

    /// <param name="text">What to do with a larger one, where there is more to say than that it is too large.</param>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, long maxBytes, LocalizedText? text = null) => endpoint
        .WithBodyLimit(maxBytes + FormBytes, text)
        .WithFormOptions(multipartBodyLengthLimit: maxBytes + FormBytes, valueLengthLimit: FormBytes, valueCountLimit: 64);

    /// <summary>The way for a file that is larger than a page may send.</summary>
    public static LocalizedText BySftp(long maxBytes) => new(
        $"Die Datei ist größer als {maxBytes / (1024 * 1024)} MB. So große Dateien legen Sie bitte per SFTP ab (den Zugang hat Ihre IT); oder Sie teilen den Export auf.",
        $"The file is larger than {maxBytes / (1024 * 1024)} MB. Please drop files of this size by SFTP (your IT has the access), or split the export.");

    public static IFormFile Required(IFormFile? file) => file ?? throw new BadInput("file", "file-missing", new LocalizedText(
        "Es wurde keine Datei mitgeschickt. Bitte wählen Sie eine CSV- oder xlsx-Datei.",
        "No file was sent along. Please choose a CSV or xlsx file."));
}
