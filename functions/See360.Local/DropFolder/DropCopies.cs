using System.Globalization;
using See360.Core.Institutes;
using See360.Local.Retention;

namespace See360.Local.DropFolder;

/// <summary>Exports that were dropped, with their rejected rows and reports, where they were put after the import.</summary>
internal sealed class DropCopies(DropFolderSettings settings) : FolderCopies
{
    protected override IEnumerable<string> Folders(InstituteId institute)
    {
        var folder = new InstituteFolder(settings.Root, institute);
        return [folder.Done, folder.Rejected];
    }

    /// <summary>A dropped file may have the time at which the bank wrote it; when it came stands in its name.</summary>
    protected override DateTime WrittenAt(FileInfo file) =>
        file.Name.Length > 15 && DateTime.TryParseExact(
            file.Name[..15], "yyyyMMdd-HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var came)
            ? came
            : base.WrittenAt(file);
}
