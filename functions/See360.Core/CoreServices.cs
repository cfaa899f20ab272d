using Microsoft.Extensions.DependencyInjection;
using See360.Core.Callbacks;
using See360.Core.Concepts;
using See360.Core.Contacts;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Mail;
using See360.Core.Organisation;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results;
using See360.Core.Results.Reports;
using See360.Core.Retention;
using See360.Core.ReviewPortals;
using See360.Core.Surveys;
using See360.Core.Tokens;
using See360.Core.Users;

namespace See360.Core;

/// <summary>Everything that Core offers. A host adds the ports (record store, file store, mailer, clock) and
/// <see cref="SecretKeys"/>.</summary>
public static class CoreServices
{
    public static IServiceCollection AddSee360Core(this IServiceCollection services)
    {
        services.AddSingleton<InstituteRecords>();
        services.AddConcepts();
        services.AddReviewPortals();
        services.AddOrganisation();
        services.AddSurveys();
        services.AddParticipants();
        services.AddImports();
        services.AddSingleton<ContactRecords>();
        services.AddSingleton<ContactKeys>();
        services.AddCycles();
        services.AddResponses();
        services.AddCallbacks();
        services.AddUsers();
        services.AddSingleton<SurveyTokens>();
        services.AddMail();
        services.AddResults();
        services.AddReports();
        services.AddRetention();
        return services;
    }
}
