using Azure;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using See360.Azure;
using See360.Core.Storage;
using See360.Local.Storage;
using See360.Move;

MoveOptions? options;
try
{
    options = MoveOptions.Parse(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"{e.Message} ./move --help shows all options.");
    return 2;
}

if (options is null)
{
    Console.WriteLine(MoveOptions.HelpText);
    return 0;
}

var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(AzureSettings.Section).Get<AzureSettings>() ?? new AzureSettings();
try
{
    using var source = await Editions.SourceAsync(options.From, settings);
    using var target = await Editions.TargetAsync(options.To, settings, writes: !options.DryRun);
    if (await new MoveInstitutes(source, target, options, Console.Out).RunAsync())
    {
        return 0;
    }

    Console.Error.WriteLine("The two are not equal. Is one of them still at work? Stop it and run this again with --replace.");
    return 1;
}
catch (MoveRefused e)
{
    Console.Error.WriteLine(e.Message);
    return 3;
}
catch (DatabaseRefusedException e)
{
    Console.Error.WriteLine(e.Message);
    return 3;
}
catch (Exception e) when (Reason(e) is { } reason)
{
    Console.Error.WriteLine(reason);
    Console.Error.WriteLine("What was copied so far stays; run this again to go on.");
    return 1;
}

// A service's own text goes over many lines and repeats what was sent.
static string? Reason(Exception e) => e switch
{
    AggregateException { InnerException: { } first } => Reason(first),
    AuthenticationFailedException => "Azure does not know who you are. Sign in with az login.",
    RequestFailedException { Status: 0 } => "Azure Storage does not answer.",
    RequestFailedException refused => $"Azure Storage answers {refused.Status} {refused.ErrorCode}.",
    StorageUnavailableException or InvalidOperationException or IOException or UnauthorizedAccessException => e.Message,
    _ => null,
};
