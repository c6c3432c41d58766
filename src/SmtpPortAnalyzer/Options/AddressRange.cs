using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace SmtpPortAnalyzer.Options;

/// <summary>A CIDR range of IPv4 or IPv6 addresses, <c>10.0.0.0/8</c>; a single address is a range of one.</summary>
internal readonly struct AddressRange : IEquatable<AddressRange>
{
    private readonly IPAddress _network;
    private readonly int _prefix;

    private AddressRange(IPAddress network, int prefix)
    {
        _network = network;
        _prefix = prefix;
    }

    public static bool TryParse(string text, out AddressRange range)
    {
        range = default;
        var slash = text.IndexOf('/');
        if (!TryParseAddress(slash < 0 ? text : text.Substring(0, slash), out var address))
            return false;

        var bits = address.GetAddressBytes().Length * 8;
        var prefix = bits;
        if (slash >= 0
            && (!int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > bits))
        {
            return false;
        }

        range = new(address, prefix);
        return true;
    }

    /// <summary>
    /// Reads an address in its usual spelling, an IPv6 one also in brackets. <see cref="IPAddress.TryParse(string, out IPAddress)"/> alone
    /// takes "1", "0x7f.1" and "[::1]:25" as well.
    /// </summary>
    public static bool TryParseAddress(string text, out IPAddress address)
    {
        address = IPAddress.None;
        if (text.Contains(':'))
        {
            if (text.Contains("]:") || !IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
                return false;

            address = parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed;
            return true;
        }

        var parts = text.Split('.');
        var bytes = new byte[4];
        if (parts.Length != bytes.Length)
            return false;

        for (var i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i]))
                return false;
        }

        address = new IPAddress(bytes);
        return true;
    }

    public bool Contains(IPAddress address)
    {
        var network = _network.GetAddressBytes();
        var bytes = address.GetAddressBytes();
        if (network.Length != bytes.Length)
            return false;

        for (var bit = 0; bit < _prefix; bit += 8)
        {
            var mask = (byte)(0xFF << Math.Max(0, 8 - (_prefix - bit)));
            if (((network[bit / 8] ^ bytes[bit / 8]) & mask) != 0)
                return false;
        }

        return true;
    }

    public bool Equals(AddressRange other) => _prefix == other._prefix && Equals(_network, other._network);

    public override bool Equals(object? obj) => obj is AddressRange other && Equals(other);

    public override int GetHashCode() => _prefix;
}
