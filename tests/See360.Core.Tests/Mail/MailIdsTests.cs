using FsCheck;
using FsCheck.Fluent;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Tokens;
using See360.Testing;

namespace See360.Core.Tests.Mail;

public sealed class MailIdsTests
{
    private readonly MailIds _ids = new(new SecretKeys([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));

    private static readonly Gen<MailSubject> _subjects =
        from institute in Gen.Choose(1, 65_535)
        from year in Gen.Choose(2000, 9999)
        from week in Gen.Choose(1, 52)
        from batch in Gen.Elements(BatchKind.Import, BatchKind.SelfImage, BatchKind.Newsletter)
        from number in Gen.Choose(1, 9_999)
        from person in Gen.Choose(1, 9_999_999)
        from kind in Gen.Elements(Enum.GetValues<SendKind>())
        select new MailSubject(institute, new ParticipantId(new BatchId(new IsoWeek(year, week), batch, number), person), kind);

    [Fact]
    public void Id_OfAnyMail_LeadsBackToIt() => Prop.ForAll(_subjects.ToArbitrary(), subject =>
    {
        var id = _ids.For(subject.InstituteNumber, subject.Kind, subject.Participant);
        return MailIds.IsId(id) && _ids.TryRead(id, out var read) && read == subject;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Id_IsTheSameForTheSameOccasionOnly()
    {
        var (bank, customer) = (MailSamples.Institute.Number, MailSamples.Customer.Id);
        var id = MailSamples.Ids.For(bank, SendKind.Invitation, customer);
        string[] others =
        [
            MailSamples.Ids.For(bank + 1, SendKind.Invitation, customer),
            MailSamples.Ids.For(bank, SendKind.Reminder1, customer),
            MailSamples.Ids.For(bank, SendKind.Invitation, MailSamples.SelfImage.Id),
            MailSamples.Ids.For(bank, SendKind.Invitation, customer with { Number = customer.Number + 1 }),
            _ids.For(bank, SendKind.Invitation, customer),
            MailIds.ForActivation(InstituteId.Parse("musterstadt"), "jana@musterstadt.example", "a-token"),
        ];

        Assert.Equal(id, MailSamples.Invitation().Id);
        Assert.DoesNotContain(id, others);
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("ffffffffffffffffffffffffffffffff")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("../../../../../../../../etc/passw")]
    [InlineData("0000000000000000000000000000000")]
    public void Read_WhatIsNoMailOfACycle_IsFalse(string? id) => Assert.False(_ids.TryRead(id, out _));

    [Fact]
    public void Read_AnActivationMailOrAnotherInstallations_IsFalse()
    {
        Assert.False(_ids.TryRead(MailIds.ForActivation(InstituteId.Parse("musterstadt"), "jana@musterstadt.example", "a-token"), out _));
        Assert.False(_ids.TryRead(MailSamples.Invitation().Id, out _));
    }
}
