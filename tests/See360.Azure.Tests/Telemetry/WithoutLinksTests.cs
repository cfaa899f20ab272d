using See360.Azure.Telemetry;

namespace See360.Azure.Tests.Telemetry;

public sealed class WithoutLinksTests
{
    [Theory]
    [InlineData("/s/AbC-123_xyz", "/s/…")]
    [InlineData("/w/AbC", "/w/…")]
    [InlineData("/api/survey/AbC/answers", "/api/survey/…/answers")]
    [InlineData("/API/Survey/AbC/photo", "/API/Survey/…/photo")]
    [InlineData("https://see360.example/api/unsubscribe/AbC", "https://see360.example/api/unsubscribe/…")]
    [InlineData("GET /api/survey/AbC", "GET /api/survey/…")]
    [InlineData("/api/participants?q=Weiß&week=2026-W46", "/api/participants?…")]
    [InlineData("https://x.table.core.windows.net/users(PartitionKey='bank',RowKey='romy@bank.example')", "https://x.table.core.windows.net/users(…)")]
    [InlineData("/devstore/users(PartitionKey='bank',RowKey='a(b)c')?$format=json", "/devstore/users(…)?…")]
    [InlineData("/users%28PartitionKey=%27bank%27,RowKey=%27romy%40bank.example%27%29", "/users(…)")]
    [InlineData("mail to käthe.weiß@kunde.example failed", "mail to … failed")]
    public void Clean_WhatMustNotBeWrittenDown_IsGone(string text, string expected) => Assert.Equal(expected, WithoutLinks.Clean(text));

    [Theory]
    [InlineData("/s/assets/index-AbC.js"), InlineData("/api/week"), InlineData("/api/survey/{token}/answers/"), InlineData("HttpGateway"), InlineData("")]
    [InlineData("00112233445566778899aabbccddeeff"), InlineData("RunCycle musterstadt|2026-W46|beratung"), InlineData("https://see360.germany.communication.azure.com/emails:send")]
    public void Clean_WhatNamesNobody_Stays(string text) =>
        Assert.Equal(text.Replace("{token}", "…", StringComparison.Ordinal), WithoutLinks.Clean(text));
}
