using System.Collections;

namespace See360.Core.Results;

/// <summary>Arrays one after the other, read as one list: a new answer must not copy a year of facts.</summary>
internal sealed class Joined<T> : IReadOnlyList<T>
{
    private readonly T[][] _parts;

    public Joined(T[][] parts) => (_parts, Count) = (parts, parts.Sum(p => p.Length));

    public int Count { get; }

    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public T this[int index]
    {
        get
        {
            var left = index;
            foreach (var part in _parts)
            {
                if (left >= 0 && left < part.Length)
                {
                    return part[left];
                }

                left -= part.Length;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var part in _parts)
        {
            foreach (var item in part)
            {
                yield return item;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
