using See360.Core.Institutes;
using See360.Local.Retention;

namespace See360.Local.Mail;

/// <summary>Mails in the outbox, with names, addresses and links: by their date, which is the file's time.</summary>
internal sealed class OutboxCopies(OutboxFolder outbox) : FolderCopies
{
    protected override IEnumerable<string> Folders(InstituteId institute) => [outbox.Of(institute)];
}
