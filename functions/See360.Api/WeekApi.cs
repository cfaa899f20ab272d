using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Imports;
using See360.Core;
using See360.Core.Concepts;
using See360.Core.Cycles;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Results;
using See360.Core.Storage;
using See360.Core.Texts;

namespace See360.Api;

/// <summary>The week on one screen, and the button. For sales management alone.</summary>
internal static class WeekApi
{
    private const int ReturnWeeks = 6;

    public static void MapWeek(this IEndpointRouteBuilder endpoints)
    {
        var week = endpoints.MapGroup("/api/week").WithTags("Week").RequireAuthorization(Policies.SalesManagement);
        week.MapGet("", ReadAsync);
        week.MapPost("/send", SendAsync);
        week.MapPost("/resume", ResumeAsync);
    }

    private static Task<Results<Ok<WeekView>, StatusCodeHttpResult>> ReadAsync(
        HttpContext http, WeekOverview overview, ReturnByWeek returns, ImportRecords imports, ImportViews views,
        CountUnknownAdvisors unknown, CancellationToken cancel) =>
        ConditionalGet.AnswerAsync(http, async known =>
        {
            var (institute, language) = (http.User.Institute(), http.Request.Language());
            var week = await overview.ReadAsync(institute, cancel);
            var files = new List<ImportView>();
            var ofWeek = await imports.OfWeekAsync(institute, week.Week, cancel);
            foreach (var import in Enumerable.Reverse(ofWeek))
            {
                files.Add(await views.OfAsync(institute, import, language, cancel: cancel));
            }

            var weeks = (await returns.ExecuteAsync(institute, ReturnWeeks, cancel: cancel)).Value?.Weeks ?? [];
            var view = View(week, files, weeks, await unknown.RunAsync(institute, ofWeek, cancel), language);
            var version = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view, RecordJson.Options)).AsSpan(0, 12));
            return new Tagged<WeekView>(version, version == known ? null : view);
        });

    /// <summary>*Absenden*. Answers at once; the mails leave in the background, and the week shows how far they are.</summary>
    private static async Task<Accepted<SendStarted>> SendAsync(HttpContext http, StartWeek start, CancellationToken cancel)
    {
        var cycles = await start.RunAsync(http.User.Institute(), http.User.UserName(), cancel);
        return TypedResults.Accepted("/api/week", new SendStarted(cycles.Count));
    }

    /// <summary>Goes on with cycles that bounces have stopped.</summary>
    private static async Task<Ok<SendStarted>> ResumeAsync(
        HttpContext http, ResumeCycles resume, InstituteRecords institutes, TimeProvider clock, CancellationToken cancel)
    {
        var institute = await institutes.GetAsync(http.User.Institute(), cancel);
        var count = await resume.RunAsync(institute.Id, IsoWeek.Of(clock.GetUtcNow(), institute.TimeZone).Plus(-CycleRecords.WeeksOpen), cancel);
        return TypedResults.Ok(new SendStarted(count));
    }

    private static string LockText(string code, SendableCount sendable, Language language)
    {
        var text = code switch
        {
            SendingRules.NotApproved => new LocalizedText(
                $"Noch nicht freigegeben: {Names(sendable.NotApproved, Language.De)}. Nach der Freigabe kann gesendet werden.",
                $"Not approved yet: {Names(sendable.NotApproved, Language.En)}. Once approved, mails can be sent."),
            SendingRules.ApprovalWithdrawn => new LocalizedText(
                $"Freigabe zurückgezogen: {Names(sendable.ApprovalWithdrawn, Language.De)}. Nach einer neuen Freigabe kann gesendet werden.",
                $"Approval withdrawn: {Names(sendable.ApprovalWithdrawn, Language.En)}. Once approved again, mails can be sent."),
            _ => SendReasonTexts.Of(code),
        };
        return text.In(language);
    }

    private static string Names(IEnumerable<LocalizedText> names, Language language) => string.Join(", ", names.Select(name => name.In(language)));

    private static WeekView View(WeekOverviewResult week, List<ImportView> imports, IReadOnlyList<ReturnWeek> returns, int advisorUnknown, Language language)
    {
        Todo[] todo =
        [
            new("callback", week.Callbacks),
            new("undeliverable", week.Undeliverable),
            new("importPreview", imports.Count(i => i.State == ImportState.Preview)),
            new("advisorUnknown", advisorUnknown),
            new("conceptNotAgreed", week.Sendable.Locks.Any(code => code is ConceptRules.NotAgreed or ConceptRules.Withdrawn) ? 1 : 0),
            new("approvalWithdrawn", week.Sendable.ApprovalWithdrawn.Count, [.. week.Sendable.ApprovalWithdrawn.Select(name => name.In(language))]),
            new("paused", week.Paused),
        ];
        var running = week.Running is not { } progress ? null : new ProgressView(
            progress.Queued, progress.Sent, progress.Failed, progress.StartedAt);
        return new WeekView(
            week.Week, week.AutomaticAt, imports, new SendableView(week.Sendable.Invitations, week.Sendable.SelfImages),
            [.. week.Sendable.Locks.Select(code => new CodeText(code, LockText(code, week.Sendable, language)))],
            running, [.. week.Deferred.Select(d => new DeferredView(d.Reason, SendReasonTexts.Of(d.Reason).In(language), d.Count, d.NextTryAt))],
            week.Sent, returns, [.. todo.Where(t => t.Count > 0)],
            week.PauseReason is { } reason ? SendReasonTexts.Of(reason).In(language) : null);
    }
}

/// <param name="PausedText">Set as long as bounces hold a dispatch: also when its invitations have all left, because its reminders wait.</param>
internal sealed record WeekView(
    IsoWeek Week, DateTimeOffset? AutomaticAt, IReadOnlyList<ImportView> Imports, SendableView Sendable, IReadOnlyList<CodeText> Locks,
    ProgressView? Running, IReadOnlyList<DeferredView> Deferred, SentThisWeek Sent, IReadOnlyList<ReturnWeek> Returns, IReadOnlyList<Todo> Todo,
    string? PausedText);

internal sealed record SendableView(int Invitations, int SelfImages);

internal sealed record ProgressView(int Queued, int Sent, int Failed, DateTimeOffset StartedAt);

/// <param name="NextTryAt">Of the first of them; null: not before a person resumes sending.</param>
internal sealed record DeferredView(string Code, string Text, int Count, DateTimeOffset? NextTryAt);

/// <param name="Names">What is concerned, where it has names.</param>
internal sealed record Todo(string Kind, int Count, IReadOnlyList<string>? Names = null);

/// <param name="Cycles">How many surveys have begun to send; 0: nobody waits.</param>
internal sealed record SendStarted(int Cycles);
