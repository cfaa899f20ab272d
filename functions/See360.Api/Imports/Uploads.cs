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

    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, long maxBytes) => endpoint
        .WithBodyLimit(maxBytes + FormBytes)
        .WithFormOptions(multipartBodyLengthLimit: maxBytes + FormBytes, valueLengthLimit: FormBytes, valueCountLimit: 64);

    public static IFormFile Required(IFormFile? file) => file ?? throw new BadInput("file", "file-missing", new LocalizedText(
        "Es wurde keine Datei mitgeschickt. Bitte wählen Sie eine CSV- oder xlsx-Datei.",
        "No file was sent along. Please choose a CSV or xlsx file."));
}
