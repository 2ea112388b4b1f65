package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.session.Principal;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.PersonName;
import dev.muster.domain.user.PersonalDetails;
import dev.muster.domain.user.PhoneNumber;
import dev.muster.domain.user.Profile;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Username;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChangeUserTest {

    private final AdministrationStage stage = new AdministrationStage();
    private final Principal admin = stage.admin("root");
    private final User ann = stage.muster.join("ann");

    @Test
    void everythingMayBeChangedAtOnce() {
        Profile profile = new Profile("Ann", null, null, null, null);
        PersonalDetails personal = new PersonalDetails(
                new Username("annabel"), new PersonName("Annabel"), new PhoneNumber("+14155550123"), profile);

        User changed = change(
                ann.version(), was -> new AdministeredDetails(new EmailAddress("new@example.org"), true, personal));

        assertThat(changed).isEqualTo(stage.stored(ann.id()));
        assertThat(changed.details()).isEqualTo(personal);
        assertThat(changed.identity().email()).isEqualTo(new EmailAddress("new@example.org"));
        assertThat(changed.identity().emailVerified()).isTrue();
        assertThat(changed.version()).isEqualTo(ann.version() + 1);
        assertThat(stage.recorded(AuditAction.USER_CHANGED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .isEqualTo(Map.of("changed", "email,is_email_verified,name,phone,profile,username")));
    }

    @Test
    void anotherAddressIsNotVerifiedUnlessThatIsSaid() {
        change(null, was -> new AdministeredDetails(was.email(), true, was.personal()));

        assertThat(change(null, ChangeUserTest::moved).identity().emailVerified())
                .isFalse();
    }

    @Test
    void sameAddressInAnotherCaseStaysVerifiedAndNobodyIsTold() {
        change(null, was -> new AdministeredDetails(was.email(), true, was.personal()));

        User changed =
                change(null, was -> new AdministeredDetails(new EmailAddress("ANN@example.org"), null, was.personal()));

        assertThat(changed.identity().emailVerified()).isTrue();
        assertThat(letters(LetterKind.EMAIL_CHANGED)).isEmpty();
    }

    @Test
    void linksThatWereMailedBeforeAreWorthNothingAfterAMoveAndTheFormerAddressIsTold() {
        stage.muster.unitOfWork.write(Actor.SYSTEM, () -> {
            for (Purpose purpose : Purpose.values()) {
                stage.muster.links.send(ann, purpose, ann.identity().email());
            }
            return ann;
        });

        change(null, ChangeUserTest::moved);

        for (Purpose purpose : Purpose.values()) {
            assertThat(live(purpose)).as(purpose.name()).isFalse();
        }
        assertThat(letters(LetterKind.EMAIL_CHANGED))
                .extracting(Letter::to)
                .containsExactly(ann.identity().email());
    }

    @Test
    void changeOfNothingKeepsTheVersionAndIsNotRecorded() {
        assertThat(change(null, UnaryOperator.identity())).isEqualTo(ann);
        assertThat(stage.recorded(AuditAction.USER_CHANGED)).isEmpty();
    }

    @Test
    void addressOfSomeoneElseIsRefused() {
        stage.muster.join("bob");

        assertConflict(
                UserError.EMAIL_TAKEN,
                was -> new AdministeredDetails(new EmailAddress("bob@example.org"), null, was.personal()));
    }

    @Test
    void deletedAccountStaysAsItIs() {
        stage.deleteUser.delete(admin, ann.id(), null);

        assertConflict(UserError.ILLEGAL_TRANSITION, ChangeUserTest::moved);
    }

    @Test
    void staleVersionIsRefused() {
        change(ann.version(), ChangeUserTest::moved);

        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> change(ann.version(), UnaryOperator.identity()));
    }

    @Test
    void whatIdentifiesTheAdministratorThemselvesNeedsARecentSignIn() {
        stage.muster.clock.advance(Duration.ofMinutes(16));
        User root = stage.stored(admin.user());

        assertStale(ChangeUserTest::moved);
        assertStale(was -> new AdministeredDetails(was.email(), null, called("chief", was.personal())));
        assertThat(stage.stored(root.id())).isEqualTo(root);
        assertThat(changeOneself(was -> telling(was, 1)).profile().bio()).isEqualTo("1");
        assertThat(change(null, ChangeUserTest::moved).identity().email())
                .isEqualTo(new EmailAddress("elsewhere@example.org"));
    }

    @Test
    void whoIsNotThereIsNotFound() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> stage.changeUser.change(
                        admin, new UserId(stage.muster.stamps.nextId()), null, UnaryOperator.identity()));
    }

    @Test
    void changesAtOnceWithoutExpectedVersionAllSurvive() {
        int threads = 8;

        List<User> stored = Race.values(Race.of(threads, thread -> change(null, was -> telling(was, thread))));

        assertThat(stored).extracting(User::version).doesNotHaveDuplicates();
        assertThat(stage.stored(ann.id()).profile().bio()).hasSize(threads);
    }

    private User change(@Nullable Long version, UnaryOperator<AdministeredDetails> change) {
        return stage.changeUser.change(admin, ann.id(), version, change);
    }

    private User changeOneself(UnaryOperator<AdministeredDetails> change) {
        return stage.changeUser.change(admin, admin.user(), null, change);
    }

    private void assertStale(UnaryOperator<AdministeredDetails> change) {
        assertThatExceptionOfType(Unauthenticated.class)
                .isThrownBy(() -> changeOneself(change))
                .satisfies(stale -> assertThat(stale.code()).isEqualTo(SessionError.REAUTHENTICATION_REQUIRED));
    }

    private void assertConflict(UserError code, UnaryOperator<AdministeredDetails> change) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> change(null, change))
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo(code));
    }

    private boolean live(Purpose purpose) {
        return stage.muster.unitOfWork.read(
                Actor.SYSTEM,
                () -> stage.muster
                        .mailedTokens
                        .findLive(ann.id(), purpose, stage.muster.stamps.now())
                        .isPresent());
    }

    private List<Letter> letters(LetterKind kind) {
        return stage.muster.unitOfWork.read(Actor.SYSTEM, () -> stage.muster.outbox.findNewest(null, 100)).stream()
                .filter(letter -> letter.kind() == kind)
                .toList();
    }

    private static AdministeredDetails moved(AdministeredDetails was) {
        return new AdministeredDetails(new EmailAddress("elsewhere@example.org"), null, was.personal());
    }

    private static PersonalDetails called(String username, PersonalDetails was) {
        return new PersonalDetails(new Username(username), was.name(), was.phone(), was.profile());
    }

    private static AdministeredDetails telling(AdministeredDetails was, int number) {
        PersonalDetails personal = was.personal();
        String told = personal.profile().bio();
        Profile profile = new Profile(null, told == null ? "" + number : told + number, null, null, null);
        return new AdministeredDetails(
                was.email(),
                null,
                new PersonalDetails(personal.username(), personal.name(), personal.phone(), profile));
    }
}
