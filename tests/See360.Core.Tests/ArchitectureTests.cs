using System.Reflection;
using See360.Core.Storage;

namespace See360.Core.Tests;

public sealed class ArchitectureTests
{
    private static readonly string[] Technologies =
    [
        "Azure", "Microsoft.Azure", "Microsoft.AspNetCore", "Microsoft.Data", "SQLitePCL", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Configuration", "See360.",
    ];

    /// <summary>Core knows no technology: neither itself nor through what it refers to.</summary>
    [Fact]
    public void Core_RefersToNoTechnology()
    {
        var found = Closure(typeof(IRecordStore).Assembly)
            .Where(name => Array.Exists(Technologies, t => name.StartsWith(t, StringComparison.Ordinal) || name == t.TrimEnd('.')));

        Assert.Empty(found);
    }

    private static HashSet<string> Closure(Assembly core)
    {
        var seen = new HashSet<string>();
        var open = new Queue<AssemblyName>(core.GetReferencedAssemblies());
        while (open.TryDequeue(out var name))
        {
            // What belongs to the runtime itself refers to the runtime alone.
            if (!seen.Add(name.Name!) || name.Name!.StartsWith("System", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var next in Assembly.Load(name).GetReferencedAssemblies())
            {
                open.Enqueue(next);
            }
        }

        return seen;
    }
}
