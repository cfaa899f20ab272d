using System.Reflection;
using See360.Core;
using See360.Core.Storage;

namespace See360.Storage.Tests;

/// <summary>Which feature of Core writes and reads which table, read off the compiled code: a use is a call on a
/// <see cref="Table{T}"/> in a method that has asked for the table, or a call of a method of a class of records that does so.</summary>
internal static class TableUse
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;
    private const byte NewObject = 0x73;

    private static readonly string[] _writes = ["InsertAsync", "ReplaceAsync", "UpdateAsync", "WriteAsync", "DeleteAsync", "Insert", "Replace", "Delete"];

    /// <returns>Table, feature, and whether it writes.</returns>
    public static HashSet<(string Table, string Feature, bool Writes)> Of(IReadOnlyDictionary<MethodInfo, string> tables)
    {
        var classes = typeof(CoreServices).Assembly.GetTypes().GroupBy(Outer).ToDictionary(
            type => type.Key,
            type => type.SelectMany(t => t.GetMethods(All).Cast<MethodBase>().Concat(t.GetConstructors(All))).Select(m => (Name: NameOf(m), Calls: Calls(m).ToList())).ToList());
        var ofRecords = classes.Where(c => IsRecords(c.Key)).SelectMany(c => c.Value.Select(m => (Type: c.Key, m.Name, m.Calls))).ToLookup(m => (m.Type, m.Name), m => m.Calls);
        var uses = new HashSet<(string, string, bool)>();
        foreach (var (type, methods) in classes.Where(c => !IsRecords(c.Key)))
        {
            var calls = methods.SelectMany(m => m.Calls).ToList();
            foreach (var (table, writes) in Direct(calls, tables).Concat(calls.SelectMany(c => Through(c, ofRecords, tables))))
            {
                uses.Add((table, type.Namespace!.Split('.')[2], writes));
            }
        }

        return uses;
    }

    private static IEnumerable<(string Table, bool Writes)> Through(
        MethodBase called, ILookup<(Type Type, string Name), List<MethodBase>> ofRecords, IReadOnlyDictionary<MethodInfo, string> tables) =>
        called.DeclaringType is { } type && IsRecords(type)
            ? ofRecords[(type, called.Name)].SelectMany(calls =>
                Direct(calls, tables).Concat(calls.Where(c => c.Name != called.Name).SelectMany(c => Through(c, ofRecords, tables))))
            : [];

    private static bool IsRecords(Type type) => type.Name.EndsWith("Records", StringComparison.Ordinal);

    private static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    /// <summary>The body of an async method lies in a class named after it.</summary>
    private static string NameOf(MethodBase method) =>
        method.DeclaringType is { Name: ['<', ..] name } && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? name[1..end] : method.Name;

    /// <summary>A call on a table belongs to the tables of its type that the same code has asked for. A table that is
    /// handed on to a generic method is taken for written and read.</summary>
    private static IEnumerable<(string Table, bool Writes)> Direct(List<MethodBase> calls, IReadOnlyDictionary<MethodInfo, string> tables)
    {
        foreach (var getter in calls.OfType<MethodInfo>().Where(tables.ContainsKey).Distinct())
        {
            foreach (var call in calls.Where(c => c.DeclaringType == getter.ReturnType))
            {
                yield return (tables[getter], _writes.Contains(call.Name));
            }

            if (calls.Exists(c => c.GetParameters().Any(p => p.ParameterType == getter.ReturnType)))
            {
                yield return (tables[getter], true);
                yield return (tables[getter], false);
            }
        }
    }

    private static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var i = 0; i + 4 < il.Length; i++)
        {
            if (il[i] is Call or CallVirtual or NewObject && Resolve(method.Module, BitConverter.ToInt32(il, i + 1), ofType, ofMethod) is { } called)
            {
                yield return called;
            }
        }
    }

    /// <summary>Null: those five bytes were no call.</summary>
    private static MethodBase? Resolve(Module module, int token, Type[]? ofType, Type[]? ofMethod)
    {
        try
        {
            return (token >> 24) is 0x06 or 0x0A or 0x2B ? module.ResolveMethod(token, ofType, ofMethod) : null;
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException or TypeLoadException)
        {
            return null;
        }
    }
}
