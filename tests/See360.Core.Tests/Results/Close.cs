namespace See360.Core.Tests.Results;

internal static class Close
{
    /// <summary>As the domain's vectors are written: equal to the digits given.</summary>
    public static void Equal(double expected, double? actual, double within = 5e-5) =>
        Assert.True(actual is { } value && Math.Abs(expected - value) <= within, $"{actual} is not {expected} ± {within}.");
}
