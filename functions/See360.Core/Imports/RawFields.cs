using System.Globalization;
using See360.Core.Participants;

namespace See360.Core.Imports;

/// <summary>A participant's fields in the order of its file's header, for a row that was accepted at first and is
/// rejected when the import is confirmed.</summary>
public static class RawFields
{
    public static IReadOnlyList<string> Of(Participant participant, Import import)
    {
        var headers = import.Headers ?? [];
        var places = import.Places ?? ImportColumns.Set.Match(headers);
        var fields = new string[headers.Count];
        Array.Fill(fields, "");
        Put(ImportColumns.CustomerNumber, participant.CustomerNumber);
        Put(ImportColumns.Salutation, participant.Salutation == Salutation.None ? "" : participant.Salutation.ToString());
        Put(ImportColumns.Title, participant.Title);
        Put(ImportColumns.FirstName, participant.FirstName);
        Put(ImportColumns.LastName, participant.LastName);
        Put(ImportColumns.Email, participant.Email);
        Put(ImportColumns.ConversationOn, participant.ConversationOn?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "");
        Put(ImportColumns.Advisor, participant.Advisor);
        Put(ImportColumns.Survey, participant.Survey?.ToString() ?? "");
        Put(ImportColumns.Segment, participant.Segment);
        Put(ImportColumns.Channel, participant.Channel);
        Put(ImportColumns.Language, participant.Language.ToString());
        Put(ImportColumns.LegalBasis, participant.LegalBasis.Kind switch
        {
            LegalBasisKind.Consent => "Einwilligung",
            LegalBasisKind.ExistingCustomer => "Bestandskunde",
            _ => "",
        });
        Put(ImportColumns.ConsentOn, participant.LegalBasis is { Kind: LegalBasisKind.Consent, On: { } on }
            ? on.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
            : "");
        return fields;

        void Put(int column, string value)
        {
            if (places[column] >= 0)
            {
                fields[places[column]] = value;
            }
        }
    }
}
