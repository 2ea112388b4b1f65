package dev.muster.application.user;

import static dev.muster.application.shared.AccountStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.PersonalDetails;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UserQueriesTest {

    private final AccountStage muster = new AccountStage();
    private final CountingReads reads = new CountingReads(muster.unitOfWork);
    private final UserQueries queries = new UserQueries(reads, muster.users, muster.userCache);
    private final User ann = muster.join("ann");

    @BeforeEach
    void begin() {
        muster.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void secondLookAsksNoStore() {
        assertThat(queries.requireRemembered(ann.id())).isEqualTo(ann);
        assertThat(queries.requireRemembered(ann.id())).isEqualTo(ann);

        assertThat(reads.count).hasValue(1);
    }

    @Test
    void whoDecidesSomethingAlwaysAsksTheStore() {
        queries.requireRemembered(ann.id());
        queries.require(ann.id());
        queries.require(ann.id());

        assertThat(reads.count).hasValue(3);
    }

    @Test
    void nobodyIsNotFoundAndNotRemembered() {
        UserId nobody = new UserId(muster.stamps.nextId());
        for (int time = 0; time < 2; time++) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> queries.requireRemembered(nobody))
                    .satisfies(missing -> assertThat(missing.code()).isEqualTo(UserError.USER_NOT_FOUND));
        }

        assertThat(reads.count).hasValue(2);
    }

    @Test
    void signInIsSeenAtOnce() {
        assertSeen(() -> muster.signIn("ann"));
    }

    @Test
    void changeOfThePasswordIsSeenAtOnce() {
        var principal = muster.principal(muster.signIn("ann"));

        assertSeen(() -> muster.changePassword.change(principal, PASSWORD, new Password("another long password")));
    }

    @Test
    void deletionAndRecoveryAreSeenAtOnce() {
        var principal = muster.principal(muster.signIn("ann"));

        assertSeen(() -> muster.deleteAccount.delete(principal, PASSWORD, null));
        assertSeen(() -> muster.recover("ann", PASSWORD));
    }

    @Test
    void verifiedAndChangedAddressesAreSeenAtOnce() {
        assertSeen(() -> assertThat(muster.verifyEmail.verify(muster.linkTo(ann, Purpose.VERIFY_EMAIL)))
                .isTrue());

        var principal = muster.principal(muster.signIn("ann"));
        muster.changeEmail.request(principal, new EmailAddress("ann@elsewhere.example"), PASSWORD);
        assertSeen(() -> assertThat(muster.confirmEmail.confirm(muster.linkTo(ann, Purpose.CONFIRM_EMAIL)))
                .isTrue());
    }

    /** Twenty people who read their profile a hundred times and change it twice: requirement E8 wants 95 %. */
    @Test
    void ofAHundredLooksNinetyFiveAskNoStore() {
        ChangeProfile changeProfile = new ChangeProfile(
                muster.unitOfWork, muster.userQueries, muster.users, muster.recentSignIn, muster.notices);
        List<User> people = IntStream.range(0, 20)
                .mapToObj(number -> muster.join("person" + number))
                .toList();
        for (int look = 0; look < 100; look++) {
            for (User person : people) {
                if (look == 30 || look == 60) {
                    changeProfile.change(muster.justSignedIn(person.id()), null, named("Name " + look));
                }
                queries.requireRemembered(person.id());
            }
        }

        assertThat(reads.count.get()).isLessThanOrEqualTo(20 * 100 * 5 / 100);
    }

    private static UnaryOperator<PersonalDetails> named(String name) {
        return old -> new PersonalDetails(old.username(), new PersonName(name), old.phone(), old.profile());
    }

    /** A change that who looked before, and looks again afterwards, sees. */
    private void assertSeen(Runnable change) {
        User before = queries.requireRemembered(ann.id());
        change.run();
        User stored = queries.require(ann.id());

        assertThat(stored).isNotEqualTo(before);
        assertThat(queries.requireRemembered(ann.id())).isEqualTo(stored);
    }

    /** Counts how often the store is asked. */
    private record CountingReads(UnitOfWork unitOfWork, AtomicInteger count) implements UnitOfWork {

        CountingReads(UnitOfWork unitOfWork) {
            this(unitOfWork, new AtomicInteger());
        }

        @Override
        public <T extends @Nullable Object> T read(Actor actor, Supplier<T> work) {
            count.incrementAndGet();
            return unitOfWork.read(actor, work);
        }

        @Override
        public <T extends @Nullable Object> T write(Actor actor, Supplier<T> work) {
            return unitOfWork.write(actor, work);
        }

        @Override
        public <T extends @Nullable Object> T writeOne(Actor actor, Supplier<T> work) {
            return unitOfWork.writeOne(actor, work);
        }
    }
}
