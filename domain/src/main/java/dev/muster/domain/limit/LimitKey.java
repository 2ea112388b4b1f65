package dev.muster.domain.limit;

import dev.muster.domain.user.UserId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom a limit counts for. */
public final class LimitKey {

    private static final String UNKNOWN = "unknown";
    private static final int NETWORK_BYTES = 8;

    private LimitKey() {}

    /**
     * An address, as one who asks: an IPv6 address by its /64, as everybody has at least that many to change between
     * (RFC 6177). All whose address is not known count as one.
     *
     * @param address in numbers; null or other text is not known
     */
    public static String ofAddress(@Nullable String address) {
        if (address == null) {
            return UNKNOWN;
        }
        try {
            InetAddress known = InetAddress.ofLiteral(address);
            return known instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(known.getAddress(), NETWORK_BYTES)) + "/64"
                    : known.getHostAddress();
        } catch (IllegalArgumentException other) {
            return UNKNOWN;
        }
    }

    /** A person who is signed in, from wherever they ask. */
    public static String ofUser(UserId user) {
        return "user:" + user;
    }

    /** Who tries to sign in as whom, whatever the case of the letters. */
    public static String ofSignIn(String identifier, @Nullable String address) {
        return identifier.strip().toLowerCase(Locale.ROOT) + "\n" + ofAddress(address);
    }
}
