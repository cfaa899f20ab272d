using See360.Azure.StartUp;

if (args is [Worker.Command])
{
    await Worker.RunAsync();
    return 0;
}

if (args.Length % 2 != 0)
{
    Console.WriteLine("dotnet run -c Release --project tests/See360.Azure.StartUp -- [--starts 9] [--worker FOLDER]");
    Console.WriteLine("  From the start of a worker's process to its first answers, against Azurite. FOLDER: another build of this program.");
    return 2;
}

string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : otherwise;
await Measurement.RunAsync(int.Parse(Option("--starts", "9"), null), Option("--worker", AppContext.BaseDirectory), args);
return 0;
