using See360.Core.Organisation;
using See360.Core.Storage;

namespace See360.Core.Responses;

/// <summary>The advisor's photo on the survey page; only while the advisor agrees to it.</summary>
public sealed class ShowPhoto(SurveyLinks links, OrganisationRecords organisation, IFileStore files)
{
    /// <returns>Null if there is no such link, no photo, or no consent. The caller disposes the stream.</returns>
    public async Task<Photo?> ExecuteAsync(string token, CancellationToken cancel = default)
    {
        if (await links.FindAsync(token, cancel) is not { } link
            || await organisation.EmployeeAsync(link.Institute.Id, link.Participant.Advisor, cancel) is not { Photo: { } name, PhotoConsentAt: not null })
        {
            return null;
        }

        var type = Path.GetExtension(name) switch
        {
            ".jpg" or ".jpeg" => "image/jpeg",
            ".png" => "image/png",
            ".webp" => "image/webp",
            _ => null,
        };
        return type is not null && await files.OpenAsync(name, cancel) is { } content ? new Photo(content, type) : null;
    }
}

public sealed record Photo(Stream Content, string ContentType);
