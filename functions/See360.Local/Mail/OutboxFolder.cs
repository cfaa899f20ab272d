using See360.Core.Institutes;
using See360.Core.Mail;

namespace See360.Local.Mail;

/// <summary>Where the outbox keeps its mails: <c>ROOT/institute/id.eml</c>. A file's time is the mail's Date, so the
/// newest are found without opening one.</summary>
public sealed class OutboxFolder(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    public string Of(InstituteId institute) => Path.Combine(Root, institute.ToString());

    /// <exception cref="ArgumentException">Not the id of a mail: it would not be safe as a file name.</exception>
    public string PathOf(InstituteId institute, string id) =>
        MailIds.IsId(id) ? Path.Combine(Of(institute), id + ".eml") : throw new ArgumentException("Not the id of a mail.");
}
