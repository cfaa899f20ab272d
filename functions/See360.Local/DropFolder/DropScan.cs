using See360.Core.Institutes;

namespace See360.Local.DropFolder;

/// <summary>One look at all drop folders: what was claimed and not finished is taken up again, and what has stopped
/// growing is claimed and imported.</summary>
internal sealed class DropScan(DropFolderSettings settings, InstituteRecords institutes, DroppedFile dropped, TimeProvider time)
{
    private const int TicksUnchanged = 2;

    private readonly Dictionary<string, (long Size, DateTime WrittenAt, int Ticks)> _seen = [];

    public async Task RunAsync(CancellationToken cancel = default)
    {
        var present = new HashSet<string>();
        foreach (var institute in await institutes.AllAsync(cancel))
        {
            var folder = new InstituteFolder(settings.Root, institute.Id);
            folder.Create();
            var ready = folder.Dropped().Where(file => present.Add(file.FullName) && HasStoppedGrowing(file)).ToList();
            await WorkAsync(folder, institute, ready, cancel);
        }

        foreach (var gone in _seen.Keys.Where(path => !present.Contains(path)).ToList())
        {
            _seen.Remove(gone);
        }
    }

    private async Task WorkAsync(InstituteFolder folder, Institute institute, List<FileInfo> ready, CancellationToken cancel)
    {
        if (ready.Count == 0 && !folder.Claimed().Any())
        {
            return;
        }

        await using var work = folder.TryLock();
        if (work is null)
        {
            return;
        }

        foreach (var left in folder.Claimed().ToList())
        {
            await dropped.ImportAsync(folder, institute, left, cancel);
        }

        foreach (var file in ready)
        {
            if (folder.Claim(file, time.GetUtcNow()) is { } claimed)
            {
                await dropped.ImportAsync(folder, institute, claimed, cancel);
            }
        }
    }

    private bool HasStoppedGrowing(FileInfo file)
    {
        var before = _seen.GetValueOrDefault(file.FullName);
        var same = before.Size == file.Length && before.WrittenAt == file.LastWriteTimeUtc;
        var ticks = same ? before.Ticks + 1 : 0;
        _seen[file.FullName] = (file.Length, file.LastWriteTimeUtc, ticks);
        return ticks >= TicksUnchanged;
    }
}
