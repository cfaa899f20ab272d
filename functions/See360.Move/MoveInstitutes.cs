using System.Security.Cryptography;
using See360.Core.Institutes;

namespace See360.Move;

/// <summary>The command: what may be done, one institute after the other, and the comparison at the end of each.</summary>
internal sealed class MoveInstitutes(Edition source, Edition target, MoveOptions options, TextWriter output)
{
    /// <returns>True if both sides are equal at the end; of a dry run: always.</returns>
    /// <exception cref="MoveRefused">Nothing was changed.</exception>
    public async Task<bool> RunAsync(CancellationToken cancel = default)
    {
        var institutes = await WantedAsync(cancel);
        await RefuseAsync(institutes, cancel);
        if (!options.DryRun && !options.WithoutKey && target.Key is null)
        {
            target.KeepKey!(source.Key!);
        }

        var equal = true;
        foreach (var institute in institutes)
        {
            equal &= options.DryRun ? await CompareAsync(institute.Id, cancel) : await MoveAsync(institute.Id, cancel);
        }

        return equal;
    }

    private async Task<List<Institute>> WantedAsync(CancellationToken cancel)
    {
        var all = await source.Institutes.AllAsync(cancel);
        var wanted = all.Where(i => options.Institute is not { } only || i.Id == only).ToList();
        return wanted.Count > 0 ? wanted
            : throw new MoveRefused(options.Institute is { } missing ? $"The source has no institute {missing}." : "The source has no institute.");
    }

    private async Task RefuseAsync(List<Institute> institutes, CancellationToken cancel)
    {
        RefuseOtherKey();
        var present = await target.Institutes.AllAsync(cancel);
        foreach (var institute in institutes)
        {
            if (present.Exists(p => p.Id == institute.Id) && !options.Replace && !options.DryRun)
            {
                throw new MoveRefused($"The target has {institute.Id} already. With --replace it is made equal to the source: what it has more is lost.");
            }

            if (present.Find(p => p.Id != institute.Id && p.Number == institute.Number) is { } other)
            {
                throw new MoveRefused($"{institute.Id} and {other.Id} of the target have the same number, which stands in survey links. They can't be in one installation.");
            }
        }

    }

    /// <summary>Under another key, survey links are void and nobody who has objected would be recognised.</summary>
    private void RefuseOtherKey()
    {
        if (options.WithoutKey)
        {
            return;
        }

        if (source.Key is null)
        {
            throw new MoveRefused("The source's master key is missing: set See360__MasterKey, or keys/master.key of a local edition. Without it: --without-key.");
        }

        if (target.Key is null && target.KeepKey is null && !options.DryRun)
        {
            throw new MoveRefused("The target's master key is missing: set See360__MasterKey to what its host has (docs/operations.md).");
        }

        if (target.Key is not null && !CryptographicOperations.FixedTimeEquals(source.Key, target.Key))
        {
            throw new MoveRefused("Source and target have different master keys: survey links would be void, and objections would not be recognised (docs/operations.md).");
        }
    }

    private async Task<bool> CompareAsync(InstituteId institute, CancellationToken cancel)
    {
        await output.WriteLineAsync($"{institute}: would be made equal");
        using var found = await new InstituteWalk(source, target, institute, writes: false).RunAsync(Say, cancel);
        Say(found);
        return true;
    }

    private async Task<bool> MoveAsync(InstituteId institute, CancellationToken cancel)
    {
        await output.WriteLineAsync($"{institute}: copying");
        using (await new InstituteWalk(source, target, institute, writes: true).RunAsync(Say, cancel))
        {
            await output.WriteLineAsync($"{institute}: comparing");
        }

        using var found = await new InstituteWalk(source, target, institute, writes: false).RunAsync(cancel: cancel);
        Say(found);
        foreach (var kind in found.Kinds.Where(k => !k.IsEqual))
        {
            await output.WriteLineAsync($"  differs: {kind.Name}: {kind.Missing} missing in the target, {kind.Different} with another content, {kind.Extra} not in the source");
        }

        return found.IsEqual;
    }

    private void Say(Comparison.Kind kind)
    {
        if (kind.OfSource + kind.Extra > 0)
        {
            output.WriteLine($"  {kind.Name,-20} {kind.OfSource,9}   new {kind.Missing}, changed {kind.Different}, removed {kind.Extra}");
        }
    }

    private void Say(Comparison found)
    {
        output.WriteLine($"  source sha256 {found.Source.Text()}");
        output.WriteLine($"  target sha256 {found.Target.Text()}   {(found.IsEqual ? "equal" : "not equal")}");
    }
}
