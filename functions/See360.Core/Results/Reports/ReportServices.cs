using Microsoft.Extensions.DependencyInjection;

namespace See360.Core.Results.Reports;

public static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportRecords>()
        .AddSingleton<ReportMail>()
        .AddSingleton<SaveReportSchedule>()
        .AddSingleton<ShowReportSchedule>()
        .AddSingleton<SendDueReports>();
}
