using System.Net;
using FsCheck;
using FsCheck.Fluent;
using See360.Azure.Web;

namespace See360.Azure.Tests.Web;

public sealed class ForwardedForTests
{
    private const string Site = "[fd00::d63d:e0b8:bc35:12be]:64909";

    [Theory]
    [InlineData("203.0.113.7:52987, " + Site, "203.0.113.7")]
    [InlineData("203.0.113.7, " + Site, "203.0.113.7")]
    [InlineData("[2001:db8::7]:52987," + Site, "2001:db8::7")]
    [InlineData("[2001:db8::7]," + Site, "2001:db8::7")]
    [InlineData("2001:db8::7 , " + Site, "2001:db8::7")]
    [InlineData("[fe80::1%eth0]:1, " + Site, "fe80::1")]
    [InlineData("[::ffff:203.0.113.7]:1, " + Site, "203.0.113.7")]
    [InlineData("198.51.100.1, 10.0.0.1, 203.0.113.7:1, " + Site, "203.0.113.7")]
    public void Client_IsTheAddressBeforeTheSites(string header, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), ForwardedFor.Client(header, proxies: 1));

    [Theory]
    [InlineData(""), InlineData(","), InlineData(",,,"), InlineData("203.0.113.7"), InlineData(", " + Site), InlineData("unknown, " + Site), InlineData("_hidden:1, " + Site)]
    [InlineData("7, " + Site), InlineData("0x7f.1, " + Site), InlineData("203.0.113.7:99999, " + Site), InlineData("[2001:db8::7, " + Site), InlineData("203.0.113, " + Site)]
    [InlineData("<script>, " + Site), InlineData("203.0.113.7\0, " + Site), InlineData("203.0.113.7 198.51.100.1, " + Site)]
    public void Client_NotThereOrNoAddress_IsNobody(string header) => Assert.Null(ForwardedFor.Client(header, proxies: 1));

    [Theory]
    [InlineData(0, "192.0.2.3"), InlineData(1, "192.0.2.2"), InlineData(2, "192.0.2.1"), InlineData(3, null), InlineData(8, null)]
    public void Client_CountsAsManyProxiesAsAreSaid(int proxies, string? expected) =>
        Assert.Equal(expected, ForwardedFor.Client("192.0.2.1, 192.0.2.2:5, 192.0.2.3", proxies)?.ToString());

    [Fact]
    public void Client_WhateverWasSentBefore_StaysTheSame() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<uint>(), (sent, number) =>
    {
        var address = new IPAddress(number);
        return address.Equals(ForwardedFor.Client($"{sent}, {address}:4711, {Site}", proxies: 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Client_AnyIPv6InAnySpelling_IsThatAddress() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<ushort>(), (bytes, port) =>
    {
        var address = new IPAddress([0x20, .. bytes.Concat(new byte[15]).Take(15)]);
        return new[] { $"[{address}]:{port}", $"[{address}]", $"{address}" }.All(text => address.Equals(ForwardedFor.Client($"{text},{Site}", proxies: 1)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Client_Anything_IsReadWithoutAnError() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<byte>(), (text, proxies) =>
    {
        _ = ForwardedFor.Client(text ?? "", proxies % 9);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Client_TenKilobytesOfIt_CostNothing()
    {
        var header = string.Join(',', Enumerable.Repeat("198.51.100.1", 800));

        Assert.Equal("203.0.113.7", ForwardedFor.Client($"{header}, 203.0.113.7:1, {Site}", proxies: 1)?.ToString());
        Assert.Null(ForwardedFor.Client($"{new string('1', 10_000)}, {Site}", proxies: 1));
    }

    [Theory]
    [InlineData("203.0.113.7", true), InlineData("172.15.0.1", true), InlineData("100.63.0.1", true), InlineData("2001:db8::7", true)]
    [InlineData("10.1.2.3", false), InlineData("172.16.0.1", false), InlineData("192.168.0.1", false), InlineData("127.0.0.1", false), InlineData("100.64.0.1", false)]
    [InlineData("169.254.1.1", false), InlineData("0.0.0.0", false), InlineData("224.0.0.1", false), InlineData("::1", false), InlineData("::", false)]
    [InlineData("fd00::1", false), InlineData("fe80::1", false), InlineData("ff02::1", false)]
    public void IsPublic_TellsProxiesFromPeople(string address, bool expected) => Assert.Equal(expected, ForwardedFor.IsPublic(IPAddress.Parse(address)));
}
