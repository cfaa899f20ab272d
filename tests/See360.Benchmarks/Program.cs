using See360.Benchmarks;

if (args is [UnlimitedHost.Command, ..])
{
    await UnlimitedHost.RunAsync(args[1..]);
    return 0;
}

var benchmarks = typeof(IBenchmark).Assembly.GetTypes()
    .Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IBenchmark)))
    .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
    .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal)
    .ToList();

if (args is ["all", ..])
{
    return await AllBenchmarks.RunAsync(benchmarks);
}

if (args.Length == 0 || benchmarks.Find(benchmark => benchmark.Name == args[0]) is not { } chosen)
{
    Console.WriteLine("dotnet run -c Release --project tests/See360.Benchmarks -- NAME [--option value …]");
    Console.WriteLine("  all        every benchmark that has a target, each in a process of its own; ends with a table for docs/performance.md");
    benchmarks.ForEach(benchmark => Console.WriteLine($"  {benchmark.Name,-10} {benchmark.Summary}"));
    return 2;
}

Figures.PrintHead(args);
await chosen.RunAsync(new Arguments(args[1..]));
Figures.PrintRows(AllBenchmarks.Mark);
return 0;
