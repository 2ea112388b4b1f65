package dev.muster.domain.user;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person may change about themselves without their password (requirement A9). */
public record PersonalDetails(
        Username username, PersonName name, @Nullable PhoneNumber phone, Profile profile) {

    /** Whether one signs in by the same name, and is reached at the same number. */
    public boolean identifiesLike(PersonalDetails other) {
        return username.equals(other.username) && Objects.equals(phone, other.phone);
    }
}
