package dev.muster.domain.user;

import dev.muster.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are wanted; null means any. Deleted ones only when their status is asked for.
 *
 * @param text a part of name, user name or address, or words of them in any order; 1 to 100 characters, whose case and
 *     compatible forms (Unicode NFKC) make no difference
 * @param createdAfter at this time or after it
 * @param createdBefore before this time
 */
public record UserFilter(
        @Nullable String text,
        @Nullable EmailAddress email,
        @Nullable Username username,
        @Nullable UserStatus status,
        @Nullable Role role,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore) {

    public static final UserFilter ALL = new UserFilter(null, null, null, null, null, null, null);
    public static final int MAX_TEXT = 100;

    /** @throws dev.muster.domain.shared.Invalid if the text is empty, too long or no single line */
    public UserFilter {
        text = text == null ? null : Text.line(text, 1, MAX_TEXT);
    }
}
