using See360.Core.Callbacks;
using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Core.Responses;

/// <summary>*Rückruf anfordern*. A second wish replaces the first. What the bank works with is written first: whoever is
/// told that all is well, is on the bank's list.</summary>
public sealed class RequestCallback(SurveyLinks links, ResponseRecords responses, CallbackRecords callbacks, ResponseFeed feed, TimeProvider clock)
{
    private const int MaxPhone = 40;
    private const int MinPhone = 5;
    private const int MaxNote = 1000;

    /// <returns>False for an unknown link.</returns>
    /// <exception cref="RuleBroken">The survey is not open, or it is a self-image.</exception>
    /// <exception cref="BadInput">No telephone number, or too long a note.</exception>
    public async Task<bool> ExecuteAsync(string token, string phone, string note, CancellationToken cancel = default)
    {
        if (await links.FindAsync(token, cancel) is not { } link)
        {
            return false;
        }

        var (participant, number, text) = (link.RequireOpen().Participant, phone.Trim(), WrittenText.Clean(note));
        if (participant.Kind == ParticipantKind.SelfImage)
        {
            throw new RuleBroken("callback-not-offered", SurveyTexts.NoCallback);
        }

        Check(number, text);
        var now = clock.GetUtcNow();
        if (participant.Kind == ParticipantKind.Customer)
        {
            await callbacks.Callbacks.UpdateAsync(
                CallbackRecords.Partition(link.Institute.Id), link.ResponseRow, known => Callback.Wish(known, participant, number, text, now), cancel);
        }

        await responses.Responses.UpdateAsync(
            link.ResponsePartition,
            link.ResponseRow,
            response => response?.Callback is not null ? response : (response ?? Blank(link)) with { Callback = new CallbackRequest(now) },
            cancel);
        feed.Announce(link.Institute.Id);
        return true;
    }

    private static void Check(string phone, string note)
    {
        if (phone.Length is < MinPhone or > MaxPhone || phone.Count(char.IsAsciiDigit) < MinPhone || phone.Any(c => !(char.IsAsciiDigit(c) || " +-/().".Contains(c, StringComparison.Ordinal))))
        {
            throw new BadInput("phone", "phone-missing", SurveyTexts.PhoneMissing);
        }

        if (note.Length > MaxNote)
        {
            throw new BadInput("note", "note-too-long", SurveyTexts.NoteTooLong);
        }
    }

    /// <summary>Who wants a call without answering has a sheet without answers, in revision 0.</summary>
    private Response Blank(SurveyLink link)
    {
        var (participant, now) = (link.Participant, clock.GetUtcNow());
        return new Response(
            participant.Id, participant.Kind, link.Cycle, link.Survey!.Version, participant.Language, participant.Advisor, participant.Unit,
            participant.Segment, participant.Channel, new Dictionary<string, Answer>(), 0, now, now);
    }
}
