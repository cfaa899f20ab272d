namespace See360.Core.Participants;

/// <summary>A person as lists show them: "Frau Dr. Valerie Jakubczyk".</summary>
public static class PersonName
{
    public static string Of(Participant person) => string.Join(
        ' ', new[] { Salutation(person.Salutation), person.Title, person.FirstName, person.LastName }.Where(part => part.Length > 0));

    private static string Salutation(Salutation salutation) =>
        salutation is Participants.Salutation.None or Participants.Salutation.Divers ? "" : salutation.ToString();
}
