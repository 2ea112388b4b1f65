package dev.muster.application.user;

import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.PersonalDetails;
import dev.muster.domain.user.User;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What administrators may change of an account.
 *
 * @param emailVerified null for what follows: an address that stays is as verified as it was, another one is not
 */
public record AdministeredDetails(
        EmailAddress email, @Nullable Boolean emailVerified, PersonalDetails personal) {

    static AdministeredDetails of(User user) {
        return new AdministeredDetails(user.identity().email(), null, user.details());
    }

    /** The user with these. */
    User applyTo(User user, Instant now) {
        boolean follows = user.identity().emailVerified() && !moveAddressOf(user);
        return user.with(personal, email, Objects.requireNonNullElse(emailVerified, follows), now);
    }

    /** Whether the user signs in by the same names, and is reached at the same number. */
    boolean identifiesLike(User user) {
        return email.equals(user.identity().email()) && personal.identifiesLike(user.details());
    }

    /** Whether mail goes elsewhere than it went before; case makes no difference. */
    boolean moveAddressOf(User user) {
        return !email.isSame(user.identity().email());
    }

    /** The names of what differs, as the API has them, with commas; empty if nothing does. */
    static String differences(User before, User after) {
        Map<String, @Nullable Object> was = values(before);
        return values(after).entrySet().stream()
                .filter(value -> !Objects.equals(value.getValue(), was.get(value.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
    }

    private static Map<String, @Nullable Object> values(User user) {
        Identity identity = user.identity();
        Map<String, @Nullable Object> values = new TreeMap<>();
        values.put("email", identity.email());
        values.put("is_email_verified", identity.emailVerified());
        values.put("name", identity.name());
        values.put("phone", identity.phone());
        values.put("profile", user.profile());
        values.put("username", identity.username());
        return values;
    }
}
