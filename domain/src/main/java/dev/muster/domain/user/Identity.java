package dev.muster.domain.user;

import org.jspecify.annotations.Nullable;

/**
 * By what a person is known and reached.
 *
 * @param emailVerified whether the person has shown that the address is theirs
 * @param phoneVerified whether the person has shown that the number is theirs
 */
public record Identity(
        EmailAddress email,
        boolean emailVerified,
        Username username,
        PersonName name,
        @Nullable PhoneNumber phone,
        boolean phoneVerified) {

    /** Someone who has just registered: nothing verified yet. */
    public static Identity unverified(EmailAddress email, Username username, PersonName name) {
        return new Identity(email, false, username, name, null, false);
    }

    Identity withVerified(EmailAddress address) {
        return new Identity(address, true, username, name, phone, phoneVerified);
    }
}
