using System.Diagnostics;
using System.Text.Json;
using See360.Core.Mail;
using See360.Local.Mail;

namespace See360.Hosts.Tests.Mail;

/// <summary>Reads messages back with postal-mime.</summary>
public sealed class IndependentParser : IDisposable
{
    private readonly Process _node = NodeTools.Start("read-eml.mjs");

    public ParsedMail Read(MailMessage mail) => Read(MimeWriter.Write(mail));

    public ParsedMail Read(byte[] eml)
    {
        lock (_node)
        {
            _node.StandardInput.WriteLine(Convert.ToBase64String(eml));
            _node.StandardInput.Flush();
            var line = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The parser has stopped: run 'npm ci' in tests/tools.");
            return JsonSerializer.Deserialize<ParsedMail>(line, JsonSerializerOptions.Web)!;
        }
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}

public sealed record ParsedMail(
    IReadOnlyList<ParsedHeader> Headers, ParsedAddress From, IReadOnlyList<ParsedAddress> To, IReadOnlyList<ParsedAddress> ReplyTo,
    string Subject, string MessageId, string Date, string Text, string Html, IReadOnlyList<ParsedImage> Images)
{
    public string Header(string name) => Assert.Single(Headers, h => h.Name == name).Value;
}

public sealed record ParsedHeader(string Name, string Value);

public sealed record ParsedAddress(string Name, string Address);

public sealed record ParsedImage(string ContentId, string MimeType, string Disposition, string Base64);
