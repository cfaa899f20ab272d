using See360.Core.Mail;
using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Core.Tests.Mail;

public sealed class GreetingTests
{
    [Theory]
    [InlineData(Salutation.Frau, "Dr.", "Käthe", "Weiß", "Sehr geehrte Frau Dr. Weiß", "Dear Dr. Weiß")]
    [InlineData(Salutation.Frau, "", "Käthe", "Weiß", "Sehr geehrte Frau Weiß", "Dear Ms Weiß")]
    [InlineData(Salutation.Herr, "", "Jörg", "Öztürk", "Sehr geehrter Herr Öztürk", "Dear Mr Öztürk")]
    [InlineData(Salutation.Herr, "Prof. Dr.", "Jörg", "von Ähren", "Sehr geehrter Herr Prof. Dr. von Ähren", "Dear Prof. Dr. von Ähren")]
    [InlineData(Salutation.Firma, "", "", "Grün & Söhne GmbH", "Sehr geehrte Damen und Herren", "Dear Sir or Madam")]
    [InlineData(Salutation.Eheleute, "", "Eva und Max", "Grün", "Sehr geehrte Damen und Herren", "Dear Sir or Madam")]
    [InlineData(Salutation.Divers, "", "Kim", "Berg", "Guten Tag Kim Berg", "Dear Kim Berg")]
    [InlineData(Salutation.None, "Dr.", "Kim", "Berg", "Guten Tag Dr. Kim Berg", "Dear Dr. Kim Berg")]
    [InlineData(Salutation.Frau, "", "Käthe", "", "Guten Tag Käthe", "Dear Käthe")]
    [InlineData(Salutation.Herr, "", "", " ", "Guten Tag", "Good day")]
    [InlineData(Salutation.None, "", "", "", "Guten Tag", "Good day")]
    public void Of_EverySalutation_ReadsAsALetterBegins(Salutation salutation, string title, string first, string last, string german, string english)
    {
        Assert.Equal(german, Greeting.Of(Language.De, salutation, title, first, last));
        Assert.Equal(english, Greeting.Of(Language.En, salutation, title, first, last));
    }

    [Theory]
    [InlineData("=SUMME(A1)")]
    [InlineData("<b>Berg</b>")]
    public void Of_NameWithMarkup_StaysAsItIs(string name) =>
        Assert.Equal("Sehr geehrte Frau " + name, Greeting.Of(Language.De, Salutation.Frau, "", "Eva", name));
}
