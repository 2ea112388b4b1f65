package dev.muster.application.user;

import dev.muster.domain.privacy.Consent;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.Username;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wants to join.
 *
 * @param terms what they agree to, or null
 * @param ip from where they ask, or null if unknown
 */
public record Registration(
        EmailAddress email,
        Username username,
        PersonName name,
        Password password,
        Consent.@Nullable Terms terms,
        @Nullable String ip) {

    /** As they would be known: nothing verified yet. */
    Identity identity() {
        return Identity.unverified(email, username, name);
    }
}
