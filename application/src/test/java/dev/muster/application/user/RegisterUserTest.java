package dev.muster.application.user;

import static dev.muster.application.shared.AccountStage.PASSWORD;
import static dev.muster.application.shared.AccountStage.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.privacy.Consent;
import dev.muster.domain.privacy.Consents;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.Profile;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RegisterUserTest {

    private static final Consent.Terms TERMS = new Consent.Terms("privacy", "2026-01");

    private final AccountStage muster = new AccountStage();
    private final RegisterUser registerUser = muster.registerUser;

    @Test
    void accountIsActiveAndHasTheRoleOfEveryone() {
        User ann = muster.join("ann");

        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ann.roles()).containsExactly(Role.USER);
        assertThat(ann.profile()).isEqualTo(Profile.EMPTY);
        assertThat(ann.signIns()).isEqualTo(SignInRecord.NONE);
        assertThat(ann.lifetime().createdAt()).isEqualTo(muster.stamps.now());
        assertThat(ann.version()).isEqualTo(1);
    }

    @Test
    void nothingIsVerifiedYet() {
        User ann = muster.join("ann");

        assertThat(ann.identity().emailVerified()).isFalse();
        assertThat(ann.identity().phoneVerified()).isFalse();
    }

    @Test
    void passwordIsKeptAsItsHashAlone() {
        muster.join("ann");

        PasswordHash hash = muster.storedHash("ann");
        assertThat(hash.value()).doesNotContain(PASSWORD.value());
        assertThat(muster.hasher.verify(PASSWORD, hash)).isTrue();
    }

    @Test
    void consentIsKeptWithTheAccount() {
        registerUser.register(agreed(wish("ann")));

        User ann = muster.stored("ann");
        Instant now = muster.stamps.now();
        assertThat(consents(ann.id())).singleElement().satisfies(consent -> {
            assertThat(consent.terms()).isEqualTo(TERMS);
            assertThat(consent.granted()).isTrue();
            assertThat(consent.at()).isEqualTo(now);
            assertThat(consent.ip()).isEqualTo("192.0.2.1");
        });
        assertThat(ann.lifetime().gdprConsentAt()).isEqualTo(now);
    }

    @Test
    void noConsentIsKeptOfWhoGaveNone() {
        User ann = muster.join("ann");

        assertThat(consents(ann.id())).isEmpty();
        assertThat(ann.lifetime().gdprConsentAt()).isNull();
    }

    @Test
    void knownAddressIsAnsweredLikeAnUnknownOneAndChangesNothing() {
        User ann = muster.join("ann");
        Registration again = agreed(withAddress("ANN@example.org", wish("thief")));

        registerUser.register(again);

        assertThat(muster.stored("ann")).isEqualTo(ann);
        assertThat(consents(ann.id())).isEmpty();
        assertThat(find("thief")).isEmpty();
    }

    @Test
    void ownerOfAKnownAddressIsToldOnceInAWhileSoStrangersCannotFillTheMailbox() {
        muster.join("ann");
        Race.values(Race.of(thread -> {
            registerUser.register(withAddress("Ann@example.org", wish("thief" + thread)));
            return thread;
        }));
        assertThat(muster.mailedTo("ann@example.org")).containsExactly("verify email", "already registered");

        muster.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        registerUser.register(withAddress("ann@example.org", wish("bob")));
        assertThat(muster.mailedTo("ann@example.org")).hasSize(2);
        muster.clock.advance(Duration.ofSeconds(1));
        registerUser.register(withAddress("ann@example.org", wish("bob")));
        assertThat(muster.mailedTo("ann@example.org"))
                .containsExactly("verify email", "already registered", "already registered");
        assertThat(muster.recorded())
                .filteredOn(AuditAction.REGISTRATION_REPEATED::equals)
                .hasSize(Race.THREADS + 2);
    }

    @Test
    void knownAndUnknownAddressTakeOneHashEach() {
        int unknown = muster.hasher.countDuring(() -> registerUser.register(wish("ann")));
        int known = muster.hasher.countDuring(() -> registerUser.register(withAddress("ann@example.org", wish("bob"))));

        assertThat(unknown).isEqualTo(1);
        assertThat(known).isEqualTo(1);
    }

    @Test
    void takenUsernameIsRefusedWhateverItsCase() {
        muster.join("ann");

        assertTaken(withAddress("other@example.org", wish("Ann")));
    }

    @Test
    void takenUsernameIsRefusedForKnownAndUnknownAddressAlike() {
        muster.join("ann");
        muster.join("bob");

        assertTaken(withAddress("unknown@example.org", wish("ann")));
        assertTaken(withAddress("bob@example.org", wish("ann")));
        assertTaken(withAddress("ann@example.org", wish("ann")));
    }

    @Test
    void weakPasswordIsRefusedWithoutHashingIt() {
        Registration wish = withPassword("elevenchars", wish("ann"));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> registerUser.register(wish))
                .satisfies(weak -> assertThat(weak.code()).isEqualTo(UserError.WEAK_PASSWORD));
        assertThat(muster.hasher.countDuring(() -> registerUser.register(wish))).isZero();
        assertThat(find("ann")).isEmpty();
    }

    @Test
    void passwordOfTheUsernameAloneIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> registerUser.register(withPassword("ANNABEL ANNABEL", wish("annabel"))))
                .satisfies(weak -> assertThat(weak.code()).isEqualTo(UserError.WEAK_PASSWORD));
    }

    @Test
    void passwordOfTheOwnNameIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> registerUser.register(withPassword("Schmidt Gerda 1", named("Gerda Schmidt"))))
                .satisfies(weak -> assertThat(weak.code()).isEqualTo(UserError.WEAK_PASSWORD));
    }

    @Test
    void passwordThatIsTriedFirstIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> registerUser.register(withPassword("PassWord1234", wish("ann"))))
                .satisfies(weak -> assertThat(weak.code()).isEqualTo(UserError.WEAK_PASSWORD));
    }

    @Test
    void noAccountIsKeptWithoutItsConsent() {
        RegisterUser failing = new RegisterUser(
                muster.unitOfWork, muster.users, new FailingConsents(), muster.passwords, muster.notices);

        assertThatIllegalStateException().isThrownBy(() -> failing.register(agreed(wish("ann"))));
        assertThat(find("ann")).isEmpty();
    }

    @Test
    void ofManyAtOnceWithOneAddressAllAreAcceptedAndOneIsStored() {
        List<Race.Outcome<Integer>> outcomes = Race.of(50, thread -> {
            registerUser.register(withAddress("ann@example.org", wish("ann" + thread)));
            return thread;
        });

        assertThat(Race.values(outcomes)).hasSize(50);
        assertThat(outcomes.stream()
                        .filter(outcome -> find("ann" + outcome.value()).isPresent()))
                .hasSize(1);
    }

    @Test
    void ofManyAtOnceWithOneUsernameOneIsAccepted() {
        List<Race.Outcome<Integer>> outcomes = Race.of(50, thread -> {
            registerUser.register(withAddress("ann" + thread + "@example.org", wish("ann")));
            return thread;
        });

        assertThat(outcomes.stream().filter(Race.Outcome::succeeded)).hasSize(1);
    }

    private void assertTaken(Registration wish) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> registerUser.register(wish))
                .satisfies(taken -> assertThat(taken.code()).isEqualTo(UserError.USERNAME_TAKEN));
    }

    private Optional<User> find(String username) {
        return muster.unitOfWork.read(Actor.SYSTEM, () -> muster.users.findByUsername(new Username(username)));
    }

    private List<Consent> consents(UserId user) {
        return muster.unitOfWork.read(user.asActor(), () -> muster.consents.findAll(user));
    }

    private static Registration withAddress(String email, Registration wish) {
        PersonName name = wish.name();
        return new Registration(
                new EmailAddress(email), wish.username(), name, wish.password(), wish.terms(), wish.ip());
    }

    private static Registration named(String name) {
        Registration wish = wish("ann");
        return new Registration(wish.email(), wish.username(), new PersonName(name), wish.password(), null, null);
    }

    private static Registration withPassword(String password, Registration wish) {
        return new Registration(wish.email(), wish.username(), wish.name(), new Password(password), null, null);
    }

    private static Registration agreed(Registration wish) {
        return new Registration(wish.email(), wish.username(), wish.name(), wish.password(), TERMS, "192.0.2.1");
    }

    /** A ledger that can't be written. */
    private static final class FailingConsents implements Consents {
        @Override
        public void insert(Consent consent) {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public List<Consent> findAll(UserId user) {
            return List.of();
        }
    }
}
