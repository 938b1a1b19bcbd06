package dev.sluice.fetcher.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Resolves hosts to public addresses only. The connection goes to the very addresses that are given here, so that a name
 * cannot lead elsewhere between the check and the connection.
 */
final class PublicAddresses implements Dns {

    private final Dns names;
    private final Set<String> trusted;

    /** {@code trusted}: hosts that may be at any address. */
    PublicAddresses(Dns names, Set<String> trusted) {
        this.names = names;
        this.trusted = trusted;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = names.lookup(host);
        if (!isTrusted(host) && !addresses.stream().allMatch(PublicAddresses::isPublic)) {
            throw new PrivateAddressException(host);
        }
        return addresses;
    }

    /** Refuses an address written as numbers, which nobody resolves. */
    void requirePublic(HttpUrl url) throws UnknownHostException {
        String host = url.host();
        if (host.contains(":") || host.matches("[0-9.]+")) {
            lookup(host);
        }
    }

    private boolean isTrusted(String host) {
        return trusted.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether the address is one of the internet, not of this machine, its network, or of no use at all. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address ignored -> isPublic4(bytes);
            case Inet6Address ignored -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean special = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean measuring = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 240 && !shared && !special && !measuring;
    }

    /** Only global unicast, without the forms that carry an IPv4 address to a translator. */
    private static boolean isPublic6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        boolean global = first >= 0x2000 && first < 0x4000;
        boolean teredo = first == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        if (first == 0x2002) {
            return isPublicCarried(Arrays.copyOfRange(bytes, 2, 6));
        }
        if (first == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b) {
            return isPublicCarried(Arrays.copyOfRange(bytes, 12, 16));
        }
        return global && !teredo;
    }

    private static boolean isPublicCarried(byte[] address) {
        try {
            return isPublic(InetAddress.getByAddress(address));
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }
}
