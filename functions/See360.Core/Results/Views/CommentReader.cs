using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Results.Slices;
using See360.Core.Retention;

namespace See360.Core.Results.Views;

/// <summary>Reads comments, and the names of those who gave them where they may be seen.</summary>
internal sealed class CommentReader(IResultTables tables, ParticipantRecords participants)
{
    public async Task<IReadOnlyList<SelectedComment>> SelectAsync(Sliced sliced, CancellationToken cancel) =>
        CommentSelection.Of(sliced, await tables.CommentsAsync(sliced.Chart.Institute.Id, sliced.Table, cancel));

    public async Task<IReadOnlyList<ResultComment>> PraiseAsync(Sliced sliced, int most, CancellationToken cancel)
    {
        var praise = CommentSelection.Praise(sliced, await tables.CommentsAsync(sliced.Chart.Institute.Id, sliced.Table, cancel), most);
        return await ViewAsync(sliced, praise, [.. CommentIds.Of(praise)], cancel);
    }

    /// <summary>Of the few that are shown.</summary>
    public async Task<IReadOnlyList<ResultComment>> ViewAsync(
        Sliced sliced, IReadOnlyList<SelectedComment> shown, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var givers = await Task.WhenAll(shown.Select(c => GiverAsync(sliced, c, cancel)));
        return
        [
            .. shown.Select((c, i) => new ResultComment(
                ids[i], c.Comment.Text, Questions.Text(sliced, c.Comment.Question.Text),
                c.Minutes is { } minutes ? ResultPeriod.Day(FactTime.Instant(minutes), sliced.Zone) : null, givers[i], c.Comment.Nps,
                c.Survey.Name.In(sliced.Language), c.IsPraise, sliced.Chart.Units.GetValueOrDefault(c.Comment.Unit)?.Name ?? "")),
        ];
    }

    /// <summary>No longer than the name may be kept, by the day, as the version of the page is.</summary>
    private async Task<string?> GiverAsync(Sliced sliced, SelectedComment comment, CancellationToken cancel) =>
        sliced.Slice.Advisor == sliced.Scope.Own && sliced.IsOwn && comment.Comment.Giver is { } id && comment.Minutes is { } minutes
        && await participants.ReadAsync(sliced.Chart.Institute.Id, id, cancel) is { Value: var person }
        && !(RetentionRules.ParticipantDueOn(person, FactTime.Instant(minutes), comment.Survey, sliced.Chart.Institute) <= sliced.Today)
            ? ResultTexts.Name(person)
            : null;
}
