package dev.muster.web.shared;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The proxies that are believed when they say who they speak for. */
public record TrustedProxies(List<Network> networks) {

    /** Nobody is believed. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /** A client behind more proxies than this is not looked for. */
    private static final int MAX_HOPS = 32;

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /**
     * Reads addresses and networks, such as {@code 10.0.0.0/8, ::1}.
     *
     * @throws IllegalArgumentException if one of them is neither
     */
    public static TrustedProxies of(String list) {
        List<Network> networks = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            networks.add(Network.of(entry.strip()));
        }
        return new TrustedProxies(networks);
    }

    /**
     * Who asks: the peer, unless it is a trusted proxy. Then the last of those it forwards for that is not one itself, as
     * what stands before that may be made up. Of what is no address nothing is believed.
     *
     * @param peer the other end of the connection, or null if it is gone
     * @param forwardedFor the values of X-Forwarded-For in their order
     */
    @Nullable InetAddress client(@Nullable InetAddress peer, List<String> forwardedFor) {
        if (peer == null || networks.isEmpty() || !trusts(peer)) {
            return peer;
        }
        String[] hops = String.join(",", forwardedFor).split(",", -1);
        InetAddress client = peer;
        for (int i = hops.length - 1; i >= Math.max(0, hops.length - MAX_HOPS); i--) {
            InetAddress hop = literal(hops[i].strip()).orElse(null);
            if (hop == null) {
                return client;
            }
            client = hop;
            if (!trusts(hop)) {
                return client;
            }
        }
        return client;
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static Optional<InetAddress> literal(String text) {
        // No short forms such as "10.1", and nothing to look up.
        if (!text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * All addresses that begin alike.
     *
     * @param bits how many bits are alike
     */
    public record Network(InetAddress address, int bits) {

        static Network of(String text) {
            int slash = text.indexOf('/');
            String literal = slash < 0 ? text : text.substring(0, slash);
            InetAddress address = literal(literal)
                    .orElseThrow(() -> new IllegalArgumentException("neither an address nor a network: " + text));
            int all = address.getAddress().length * 8;
            int bits = slash < 0 ? all : bits(text.substring(slash + 1), all, text);
            return new Network(address, bits);
        }

        private static int bits(String text, int all, String whole) {
            if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > all) {
                throw new IllegalArgumentException("neither an address nor a network: " + whole);
            }
            return Integer.parseInt(text);
        }

        boolean contains(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] its = other.getAddress();
            if (mine.length != its.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((mine[bit / 8] & mask) != (its[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
