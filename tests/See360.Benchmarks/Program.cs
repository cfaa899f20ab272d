using See360.Benchmarks;

var benchmarks = typeof(IBenchmark).Assembly.GetTypes()
    .Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IBenchmark)))
    .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
    .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal)
    .ToList();

if (args.Length == 0 || benchmarks.Find(benchmark => benchmark.Name == args[0]) is not { } chosen)
{
    Console.WriteLine("dotnet run -c Release --project tests/See360.Benchmarks -- NAME [--option value …]");
    benchmarks.ForEach(benchmark => Console.WriteLine($"  {benchmark.Name,-10} {benchmark.Summary}"));
    return 2;
}

Figures.PrintHead(args);
await chosen.RunAsync(new Arguments(args[1..]));
return 0;
