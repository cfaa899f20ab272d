using System.Net;
using System.Net.Sockets;

namespace See360.Azure.Web;

/// <summary>
/// Reads <c>X-Forwarded-For</c>: each proxy puts the address that it was called from at the end. What stands further left was sent by
/// the client itself and may be anything.
/// </summary>
public static class ForwardedFor
{
    /// <summary>The longest text of an address: IPv6 in brackets with an IPv4 ending, zone and port.</summary>
    private const int LongestAddress = 80;

    /// <summary>The address that the outermost of our proxies was called from; null if it is not there or is none.</summary>
    /// <param name="header">Elements with commas between; an address may have a port.</param>
    /// <param name="proxies">How many addresses at the end are those of our own proxies.</param>
    public static IPAddress? Client(string header, int proxies)
    {
        var rest = header.AsSpan();
        for (var n = 0; n < proxies; n++)
        {
            var comma = rest.LastIndexOf(',');
            if (comma < 0)
            {
                return null;
            }

            rest = rest[..comma];
        }

        return Address(rest[(rest.LastIndexOf(',') + 1)..].Trim());
    }

    /// <summary>Whether it can be somebody's on the internet: if not, we have read the address of a proxy.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return !(IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any));
        }

        var b = address.GetAddressBytes();
        return !(b[0] is 0 or 10 or 127 or >= 224 || (b[0], b[1]) is (169, 254) or (192, 168) or (172, >= 16 and < 32) or (100, >= 64 and < 128));
    }

    private static IPAddress? Address(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestAddress || !IPEndPoint.TryParse(text, out var end))
        {
            return null;
        }

        var address = end.Address;
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            // "7" and "0x7f.1" are addresses to the parser, and to nobody else.
            return text.Count('.') == 3 ? address : null;
        }

        // Without its zone, which is a name of the sender's own machine.
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes());
    }
}
