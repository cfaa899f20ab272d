using See360.Core.Participants;

namespace See360.Core.Organisation;

/// <summary>Somebody who works for the bank; an advisor if exports name them.</summary>
/// <param name="UserName">E-mail address in lower case; unique in the institute, and what exports name.</param>
/// <param name="Number">1 to 4,000,000, given at the first import and never again; stands in tokens in place of the name.</param>
/// <param name="Unit">Number of the unit.</param>
/// <param name="Specialism">*Fachbereich*, as the bank writes it; empty if none.</param>
/// <param name="Photo">Name in the file store, or null.</param>
/// <param name="PhotoConsentAt">When the employee agreed to the photo in mails; null: it is not shown.</param>
/// <param name="Role">*Rolle* as the bank writes it (Mitarbeiter, Abteilungsleiter, Admin): decides what the person may see.</param>
/// <param name="Active">False for leavers: not invited in their name, can't sign in.</param>
public sealed record Employee(
    string UserName,
    int Number,
    Salutation Salutation,
    string Title,
    string FirstName,
    string LastName,
    string Function,
    string Unit,
    string Phone,
    string Specialism,
    string? Photo = null,
    DateTimeOffset? PhotoConsentAt = null,
    bool Active = true,
    string Role = "")
{
    /// <summary>"Dr. Jana Berg".</summary>
    public string FullName => string.Join(' ', new[] { Title, FirstName, LastName }.Where(part => part.Length > 0));
}
