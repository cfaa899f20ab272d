namespace See360.Move;

/// <summary>What a walk over both sides has found.</summary>
internal sealed class Comparison : IDisposable
{
    private readonly List<Kind> _kinds = [];

    public ContentHash Source { get; } = new();

    public ContentHash Target { get; } = new();

    /// <summary>Files, then each table.</summary>
    public IReadOnlyList<Kind> Kinds => _kinds;

    public bool IsEqual => Source.Text() == Target.Text();

    public Kind Begin(string name)
    {
        _kinds.Add(new Kind(name));
        return _kinds[^1];
    }

    public void Dispose()
    {
        Source.Dispose();
        Target.Dispose();
    }

    /// <summary>Files, or the records of one table. Keys may name people and are not kept.</summary>
    public sealed class Kind(string name)
    {
        public string Name => name;

        public int Same { get; private set; }

        public int Missing { get; private set; }

        public int Different { get; private set; }

        public int Extra { get; private set; }

        public int OfSource => Same + Missing + Different;

        public bool IsEqual => Missing + Different + Extra == 0;

        public void Count(bool inSource, bool inTarget, bool same)
        {
            _ = (inSource, inTarget, same) switch
            {
                (true, false, _) => Missing++,
                (false, _, _) => Extra++,
                (_, _, true) => Same++,
                _ => Different++,
            };
        }
    }
}
