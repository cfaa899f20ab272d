namespace See360.Core.Callbacks;

/// <summary>Who looks at wishes: an advisor sees those of his own customers, sales management sees all.</summary>
public sealed record CallbackViewer(string UserName, bool SeesAll)
{
    public bool MaySee(Callback callback) => SeesAll || callback.Advisor == UserName;
}
