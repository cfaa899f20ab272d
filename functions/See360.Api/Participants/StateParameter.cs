using See360.Core.Participants;

namespace See360.Api.Participants;

/// <summary>A participant's state in a query, by its name alone: what the framework would take besides (numbers, several
/// names with commas) would silently find nobody.</summary>
internal static class StateParameter
{
    public static bool TryRead(string text, out ParticipantState state)
    {
        state = default;
        return text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out state) && Enum.IsDefined(state);
    }
}
