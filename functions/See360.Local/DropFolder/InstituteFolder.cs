using System.Security.Cryptography;
using See360.Core.Imports;
using See360.Core.Imports.Judging;
using See360.Core.Institutes;
using See360.Local.Storage;

namespace See360.Local.DropFolder;

/// <summary>An institute's drop folder: files arrive in it, are worked on in <c>.work/</c>, and end in <c>done/</c> or
/// <c>rejected/</c> with their report beside them.</summary>
internal sealed class InstituteFolder
{
    public InstituteFolder(string root, InstituteId institute)
    {
        Institute = institute;
        Path = System.IO.Path.Combine(root, institute.ToString());
        Work = System.IO.Path.Combine(Path, ".work");
        Done = System.IO.Path.Combine(Path, "done");
        Rejected = System.IO.Path.Combine(Path, "rejected");
    }

    public InstituteId Institute { get; }

    public string Path { get; }

    public string Work { get; }

    public string Done { get; }

    public string Rejected { get; }

    public void Create()
    {
        foreach (var folder in (string[])[Work, Done, Rejected])
        {
            Folder.Create(folder);
        }
    }

    /// <summary>Only one process works in a folder at a time; the system lets go of the lock if it dies. Null: another has it.</summary>
    public FileStream? TryLock()
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(Work, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Files that somebody dropped. Hidden and temporary names and links are left alone: a link could lead out of the folder.</summary>
    public IEnumerable<FileInfo> Dropped() => new DirectoryInfo(Path).EnumerateFiles()
        .Where(f => f.LinkTarget is null && !UnfinishedFiles.IsOne(f.Name))
        .OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal);

    /// <summary>Files that were claimed, also those of a process that died.</summary>
    public IEnumerable<FileInfo> Claimed() => new DirectoryInfo(Work).EnumerateFiles()
        .Where(f => f.Name != "lock" && f.LinkTarget is null)
        .OrderBy(f => f.Name, StringComparer.Ordinal);

    /// <summary>Takes a file by renaming it, which happens once; null if it is gone already.</summary>
    public FileInfo? Claim(FileInfo file, DateTimeOffset now)
    {
        var unique = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3));
        var name = FieldTexts.Shown(file.Name, 120);
        var target = System.IO.Path.Combine(Work, $"{now:yyyyMMdd-HHmmss}-{unique}-{name}");
        try
        {
            File.Move(file.FullName, target);
            return new FileInfo(target);
        }
        catch (IOException)
        {
            // Gone, or still held open by whoever writes it: the next look will tell.
            return null;
        }
    }

    /// <summary>The name as it was dropped: without the stamp of <see cref="Claim"/>.</summary>
    public static string OriginalName(FileInfo claimed) => claimed.Name.Length > 23 ? claimed.Name[23..] : claimed.Name;
}
