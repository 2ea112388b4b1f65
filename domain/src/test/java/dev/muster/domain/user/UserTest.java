package dev.muster.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Actor;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UserTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final PhoneNumber PHONE = new PhoneNumber("+14155550123");

    @Test
    void whoeverRegistersIsActiveAndUnverified() {
        User user = registered();

        assertThat(user.isActive()).isTrue();
        assertThat(user.roles()).containsExactly(Role.USER);
        assertThat(user.identity().emailVerified()).isFalse();
        assertThat(user.identity().phone()).isNull();
        assertThat(user.profile()).isEqualTo(Profile.EMPTY);
        assertThat(user.signIns()).isEqualTo(new SignInRecord(0, null, null, null));
        assertThat(user.lifetime()).isEqualTo(new Lifetime(NOW, NOW, NOW, null, null));
        assertThat(user.version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(UserStatus.class)
    void onlyTheActiveAreActive(UserStatus status) {
        User user = registered();
        User inState = new User(
                user.id(), user.identity(), status, user.roles(), user.profile(), user.signIns(), user.lifetime(), 1);

        assertThat(inState.isActive()).isEqualTo(status == UserStatus.ACTIVE);
    }

    @Test
    void changedDetailsAreAllTaken() {
        Profile profile = new Profile("Ann", null, null, null, null);
        PersonalDetails details = new PersonalDetails(new Username("other"), new PersonName("Other"), PHONE, profile);
        User changed = registered().with(details, LATER);

        assertThat(changed.details()).isEqualTo(details);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.lifetime()).isEqualTo(new Lifetime(NOW, LATER, NOW, null, null));
    }

    @Test
    void changedDetailsLeaveTheRestAlone() {
        User user = registered();
        User changed = user.with(user.details(), LATER);

        assertThat(changed)
                .usingRecursiveComparison()
                .ignoringFields("version", "lifetime.updatedAt")
                .isEqualTo(user);
    }

    @Test
    void sameTelephoneNumberStaysVerified() {
        User user = verified(PHONE);

        assertThat(user.with(user.details(), LATER).identity().phoneVerified()).isTrue();
    }

    @Test
    void otherTelephoneNumberHasYetToBeVerified() {
        User user = verified(PHONE);

        assertThat(user.with(phone(user, new PhoneNumber("+14155550124")), LATER)
                        .identity()
                        .phoneVerified())
                .isFalse();
        assertThat(user.with(phone(user, null), LATER).identity().phoneVerified())
                .isFalse();
    }

    @Test
    void deletedUserIsGoneAndKeepsTheRest() {
        User user = verified(PHONE);
        User gone = user.deleted(LATER);

        assertThat(gone.status()).isEqualTo(UserStatus.DELETED);
        assertThat(gone.isActive()).isFalse();
        assertThat(gone.lifetime())
                .isEqualTo(new Lifetime(NOW, LATER, NOW, null, new Lifetime.Deletion(LATER, UserStatus.ACTIVE)));
        assertThat(gone.version()).isEqualTo(2);
        assertThat(gone)
                .usingRecursiveComparison()
                .ignoringFields("status", "lifetime", "version")
                .isEqualTo(user);
    }

    @Test
    void recoveredUserIsAsIfNeverDeleted() {
        User user = verified(PHONE);
        User back = user.deleted(LATER).recovered(LATER.plusSeconds(1));

        assertThat(back.isActive()).isTrue();
        assertThat(back.lifetime()).isEqualTo(new Lifetime(NOW, LATER.plusSeconds(1), NOW, null, null));
        assertThat(back.version()).isEqualTo(3);
        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFields("lifetime.updatedAt", "version")
                .isEqualTo(user);
    }

    @Test
    void rolesAreTheUsersOwn() {
        Set<Role> roles = new HashSet<>(Set.of(Role.USER));
        User user = registered();
        User own = new User(
                user.id(), user.identity(), user.status(), roles, user.profile(), user.signIns(), user.lifetime(), 1);
        roles.add(Role.ADMIN);

        assertThat(own.roles()).containsExactly(Role.USER);
    }

    @Test
    void userActsUnderTheirId() {
        UserId id = registered().id();

        assertThat(id.asActor()).isEqualTo(Actor.user(id.value())).isNotEqualTo(Actor.SYSTEM);
        assertThat(id).hasToString(id.value().toString());
    }

    @Test
    void hashIsNotPrintedWithItsUser() {
        assertThat(new Credentials(registered(), new PasswordHash("$hash$")).toString())
                .doesNotContain("$hash$")
                .contains(registered().id().toString());
    }

    private static User registered() {
        Identity identity =
                Identity.unverified(new EmailAddress("ann@example.org"), new Username("ann"), new PersonName("Ann"));
        UserId id = new UserId(UUID.fromString("019cadbe-1a2b-7000-8000-000000000001"));
        return User.registered(id, identity, UserStatus.ACTIVE, Lifetime.beginning(NOW, NOW));
    }

    private static User verified(PhoneNumber phone) {
        User user = registered();
        Identity was = user.identity();
        Identity identity = new Identity(was.email(), true, was.username(), was.name(), phone, true);
        return new User(
                user.id(), identity, user.status(), user.roles(), user.profile(), user.signIns(), user.lifetime(), 1);
    }

    private static PersonalDetails phone(User user, @Nullable PhoneNumber phone) {
        return new PersonalDetails(user.identity().username(), user.identity().name(), phone, user.profile());
    }
}
