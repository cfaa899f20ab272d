using See360.Core.Institutes;
using See360.Core.Retention;

namespace See360.Local.Retention;

/// <summary>Deletes files by the time at which they were written.</summary>
internal abstract class FolderCopies : IRetainedCopies
{
    public Task<int> DeleteAsync(InstituteId institute, DateTimeOffset before, int most, CancellationToken cancel = default)
    {
        var deleted = 0;
        foreach (var file in Folders(institute).Select(f => new DirectoryInfo(f)).Where(f => f.Exists).SelectMany(f => f.EnumerateFiles()))
        {
            cancel.ThrowIfCancellationRequested();
            if (deleted >= most)
            {
                break;
            }

            if (WrittenAt(file) < before.UtcDateTime)
            {
                file.Delete();
                deleted++;
            }
        }

        return Task.FromResult(deleted);
    }

    protected virtual DateTime WrittenAt(FileInfo file) => file.LastWriteTimeUtc;

    protected abstract IEnumerable<string> Folders(InstituteId institute);
}
