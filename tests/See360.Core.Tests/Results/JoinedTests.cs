using FsCheck;
using FsCheck.Fluent;
using See360.Core.Results;

namespace See360.Core.Tests.Results;

public sealed class JoinedTests
{
    [Fact]
    public void Joined_AnyArrays_ReadAsTheirConcatenation() => Prop.ForAll(ArbMap.Default.ArbFor<int[][]>(), parts =>
    {
        int[][] present = [.. (parts ?? []).Select(p => p ?? [])];
        int[] all = [.. present.SelectMany(p => p)];
        var joined = new Joined<int>(present);
        return joined.Count == all.Length && joined.SequenceEqual(all) && Enumerable.Range(0, all.Length).All(i => joined[i] == all[i]);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Joined_NoSuchItem_IsRefused(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Joined<int>([[1], [], [2]])[index]);
}
