using See360.Core.Storage;

namespace See360.Core.Retention;

/// <summary>Deletes the rows of a partition that are due.</summary>
internal static class DeleteRows
{
    /// <param name="dueOn">When a row is due.</param>
    /// <param name="before">What has to be done before these rows go.</param>
    /// <returns>When the next of those left is due; and whether the budget was used up: what is left is looked at from the beginning.</returns>
    public static async Task<(DateOnly? Next, bool More)> DueAsync<T>(
        RetentionContext context, Table<T> table, string partition, RetentionItem item, Func<T, DateOnly> dueOn,
        Func<IReadOnlyList<Versioned<T>>, Task>? before, CancellationToken cancel, RowRange range = default)
        where T : class
    {
        DateOnly? next = null;
        var due = new List<Versioned<T>>(IRecordStore.MaxBatch);
        await foreach (var row in table.RangeAsync(partition, range, cancel))
        {
            context.Spend(1);
            var on = dueOn(row.Value);
            if (on > context.Today)
            {
                next = RetentionContext.Earlier(next, on);
                continue;
            }

            due.Add(row);
            if (due.Count == IRecordStore.MaxBatch)
            {
                await FlushAsync();
                if (context.Left <= 0)
                {
                    return (context.Today, true);
                }
            }
        }

        await FlushAsync();
        return (next, false);

        async Task FlushAsync()
        {
            if (due.Count == 0)
            {
                return;
            }

            if (before is not null)
            {
                await before(due);
            }

            context.Spend(due.Count);
            context.Count(item, await DeleteAsync(table, partition, due, cancel));
            due.Clear();
        }
    }

    /// <returns>How many this call has deleted: another host may be at the same rows.</returns>
    private static async Task<int> DeleteAsync<T>(Table<T> table, string partition, List<Versioned<T>> rows, CancellationToken cancel)
        where T : class
    {
        if ((await table.WriteAsync(partition, [.. rows.Select(Table<T>.Delete)], cancel)).Written)
        {
            return rows.Count;
        }

        var deleted = 0;
        foreach (var row in rows)
        {
            deleted += (await table.WriteAsync(partition, [Table<T>.Delete(row)], cancel)).Written ? 1 : 0;
        }

        return deleted;
    }
}
