namespace See360.Benchmarks;

/// <summary>One subcommand. A class that implements this is found by itself: a new benchmark is one new file.</summary>
public interface IBenchmark
{
    /// <summary>What is typed to run it.</summary>
    string Name { get; }

    /// <summary>One line for the list of benchmarks, with its options.</summary>
    string Summary { get; }

    Task RunAsync(Arguments arguments);
}
