package dev.muster.domain.user;

import static dev.muster.domain.user.UserStatus.ACTIVE;
import static dev.muster.domain.user.UserStatus.DELETED;
import static dev.muster.domain.user.UserStatus.INACTIVE;
import static dev.muster.domain.user.UserStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.Conflict;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every transition out of every state of an account (requirement A10). */
final class UserTransitionsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final EmailAddress OTHER = new EmailAddress("other@example.org");

    private static final Map<String, UnaryOperator<User>> TRANSITIONS = Map.of(
            "verified", user -> user.verified(LATER),
            "withEmail", user -> user.withEmail(OTHER, LATER),
            "suspended", user -> user.suspended(LATER),
            "reactivated", user -> user.reactivated(LATER),
            "deleted", user -> user.deleted(LATER),
            "recovered", user -> user.recovered(LATER));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            verified,    ACTIVE,    ACTIVE
            verified,    INACTIVE,  ACTIVE
            verified,    SUSPENDED, SUSPENDED
            verified,    DELETED,   -
            withEmail,   ACTIVE,    ACTIVE
            withEmail,   INACTIVE,  ACTIVE
            withEmail,   SUSPENDED, SUSPENDED
            withEmail,   DELETED,   -
            suspended,   ACTIVE,    SUSPENDED
            suspended,   INACTIVE,  SUSPENDED
            suspended,   SUSPENDED, -
            suspended,   DELETED,   -
            reactivated, ACTIVE,    -
            reactivated, INACTIVE,  ACTIVE
            reactivated, SUSPENDED, ACTIVE
            reactivated, DELETED,   -
            deleted,     ACTIVE,    DELETED
            deleted,     INACTIVE,  DELETED
            deleted,     SUSPENDED, DELETED
            deleted,     DELETED,   -
            recovered,   ACTIVE,    -
            recovered,   INACTIVE,  -
            recovered,   SUSPENDED, -
            recovered,   DELETED,   SUSPENDED
            """)
    void transitionLeadsToItsStateOrIsRefused(String name, UserStatus from, @Nullable UserStatus to) {
        User user = from == DELETED ? in(SUSPENDED).deleted(NOW) : in(from);
        UnaryOperator<User> transition = Objects.requireNonNull(TRANSITIONS.get(name));

        if (to == null) {
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> transition.apply(user))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(UserError.ILLEGAL_TRANSITION))
                    .withMessageContaining(from.name().toLowerCase(Locale.ROOT));
        } else {
            User changed = transition.apply(user);
            assertThat(changed.status()).isEqualTo(to);
            assertThat(changed.version()).isEqualTo(user.version() + 1);
            assertThat(changed.lifetime().updatedAt()).isEqualTo(LATER);
            assertThat(changed)
                    .usingRecursiveComparison()
                    .ignoringFields("status", "version", "lifetime", "identity.email", "identity.emailVerified")
                    .isEqualTo(user);
        }
    }

    @ParameterizedTest
    @EnumSource(value = UserStatus.class, names = "DELETED", mode = EnumSource.Mode.EXCLUDE)
    void recoveryLeadsBackToTheStateBeforeDeletion(UserStatus before) {
        User gone = in(before).deleted(NOW);

        assertThat(gone.lifetime().deletion()).isEqualTo(new Lifetime.Deletion(NOW, before));
        assertThat(gone.lifetime().deletedAt()).isEqualTo(NOW);
        assertThat(gone.recovered(LATER).status()).isEqualTo(before);
        assertThat(gone.recovered(LATER).lifetime().deletedAt()).isNull();
    }

    @Test
    void addressThatWasShownIsVerified() {
        User verified = in(INACTIVE).verified(LATER);
        User moved = in(ACTIVE).withEmail(OTHER, LATER);

        assertThat(verified.identity().emailVerified()).isTrue();
        assertThat(verified.identity().email())
                .isEqualTo(in(INACTIVE).identity().email());
        assertThat(moved.identity().emailVerified()).isTrue();
        assertThat(moved.identity().email()).isEqualTo(OTHER);
    }

    @Test
    void otherTransitionsLeaveTheAddressAlone() {
        for (String name : Set.of("suspended", "deleted")) {
            User user = in(ACTIVE);
            assertThat(Objects.requireNonNull(TRANSITIONS.get(name)).apply(user).identity())
                    .isEqualTo(user.identity());
        }
        assertThat(in(INACTIVE).reactivated(LATER).identity().emailVerified()).isFalse();
    }

    private static User in(UserStatus status) {
        Identity identity =
                Identity.unverified(new EmailAddress("ann@example.org"), new Username("ann"), new PersonName("Ann"));
        UserId id = new UserId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000001"));
        return User.registered(id, identity, status, Lifetime.beginning(NOW, NOW));
    }
}
