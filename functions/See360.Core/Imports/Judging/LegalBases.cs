using See360.Core.Imports.Reading;
using See360.Core.Participants;

namespace See360.Core.Imports.Judging;

/// <summary>Whether a mail to this person is allowed (§ 7 UWG). Existing customer: only if somebody attests it for the
/// batch, and never without a Kundennummer. Consent: only with its day.</summary>
public static class LegalBases
{
    public static Understood<LegalBasis> Read(SourceRow row, bool hasCustomerNumber, JudgeContext context)
    {
        var word = row.Field(context.Places, ImportColumns.LegalBasis);
        return word.Length == 0 ? ExistingCustomer(hasCustomerNumber, context) : Words.BasisOf(word) switch
        {
            LegalBasisKind.ExistingCustomer => ExistingCustomer(hasCustomerNumber, context),
            LegalBasisKind.Consent => Consent(row, context),
            LegalBasisKind.None => Refused(ReasonCodes.NoBasisStated),
            _ => Refused(ReasonCodes.BasisUnknown),
        };
    }

    private static Understood<LegalBasis> ExistingCustomer(bool hasCustomerNumber, JudgeContext context) =>
        !hasCustomerNumber ? Refused(ReasonCodes.NonCustomer)
        : context.Attestation is null ? Refused(ReasonCodes.NotAttested)
        : new(context.AttestedBasis);

    private static Understood<LegalBasis> Consent(SourceRow row, JudgeContext context)
    {
        var given = Dates.Read(row.Field(context.Places, ImportColumns.ConsentOn));
        return given.Failed ? Refused(ReasonCodes.ConsentDateUnreadable)
            : given.Value is not { } day ? Refused(ReasonCodes.ConsentDateMissing)
            : day > context.Today ? Refused(ReasonCodes.ConsentDateInFuture)
            : new(new LegalBasis(LegalBasisKind.Consent, $"Import {context.Batch}, Zeile {row.Line}", day));
    }

    private static Understood<LegalBasis> Refused(string reason) => new(LegalBasis.None, reason);
}
