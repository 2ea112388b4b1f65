package dev.muster.domain.session;

import dev.muster.domain.shared.Text;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * From what a person signed in, as far as the request told.
 *
 * @param name given by the person, one line of 1 to 100 characters, or null
 * @param ip the address, or null
 * @param userAgent the client's own description, cut at 500 characters, or null
 */
public record Device(
        @Nullable String name,
        @Nullable String ip,
        @Nullable String userAgent) {

    public static final int MAX_NAME = 100;
    private static final int MAX_USER_AGENT = 500;

    /** @throws dev.muster.domain.shared.Invalid if the name is empty, too long or not one line */
    public Device {
        name = name == null ? null : Text.line(name, 1, MAX_NAME);
        userAgent = userAgent == null ? null : Text.printable(userAgent, MAX_USER_AGENT);
    }

    /** The same for all sign-ins of one person from one kind of client: SHA-256 over person and user agent. */
    public TokenHash fingerprint(UserId user) {
        return TokenHash.of(user + "\n" + (userAgent == null ? "" : userAgent));
    }
}
