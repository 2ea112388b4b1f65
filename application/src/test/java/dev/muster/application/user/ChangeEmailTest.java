package dev.muster.application.user;

import static dev.muster.application.shared.AccountStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Violation;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.UserError;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangeEmailTest {

    private static final String OLD = "ann@example.org";
    private static final String NEW = "Ann.New@example.org";

    private final AccountStage muster = new AccountStage();
    private Principal ann;

    @BeforeEach
    void signIn() {
        muster.join("ann");
        ann = muster.principal(muster.signIn("ann"));
        muster.mailedTo(OLD);
    }

    @Test
    void addressIsTheNewOneOnlyAfterItIsConfirmedThere() {
        request(NEW);
        assertThat(email()).isEqualTo(OLD);

        assertThat(muster.confirmEmail.confirm(muster.mailedLink(NEW))).isTrue();
        assertThat(email()).isEqualTo(NEW);
        assertThat(muster.stored("ann").identity().emailVerified()).isTrue();
        assertThat(muster.recorded()).startsWith(AuditAction.EMAIL_CHANGED, AuditAction.EMAIL_CHANGE_REQUESTED);
    }

    @Test
    void presentAddressIsToldOfTheWishAndOfTheChange() {
        request(NEW);
        muster.confirmEmail.confirm(muster.mailedLink(NEW));

        assertThat(muster.mailedTo(OLD)).containsExactly("verify email", "email change requested", "email changed");
        assertThat(muster.mailer.sentTo(new EmailAddress(OLD)).getLast().text()).contains("email: " + NEW);
    }

    @Test
    void itNeedsThePassword() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(
                        () -> muster.changeEmail.request(ann, new EmailAddress(NEW), new Password("not the password")))
                .satisfies(wrong -> assertThat(wrong.violations())
                        .extracting(Violation::code)
                        .containsExactly(UserError.WRONG_PASSWORD));
        assertThat(muster.mailedTo(NEW)).isEmpty();
    }

    @Test
    void addressOfAnotherIsAnsweredAlikeAndItsOwnerIsTold() {
        muster.join("eve");
        request("eve@example.org");

        assertThat(muster.mailedTo("eve@example.org")).containsExactly("verify email", "email wanted by other");
        assertThat(muster.mailedTo(OLD)).containsExactly("verify email", "email change requested");
    }

    @Test
    void ownerOfAWantedAddressIsToldOnceInAWhile() {
        muster.join("eve");
        request("eve@example.org");
        request("EVE@example.org");
        assertThat(muster.mailedTo("eve@example.org")).containsExactly("verify email", "email wanted by other");

        muster.clock.advance(Duration.ofMinutes(5));
        request("eve@example.org");
        assertThat(muster.mailedTo("eve@example.org")).hasSize(3);
    }

    @Test
    void addressThatAnotherTookMeanwhileIsRefused() {
        request("eve@example.org");
        String link = muster.mailedLink("eve@example.org");
        muster.join("eve");

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> muster.confirmEmail.confirm(link))
                .satisfies(taken -> assertThat(taken.code()).isEqualTo(UserError.EMAIL_TAKEN));
        assertThat(email()).isEqualTo(OLD);
    }

    @Test
    void linksToTheFormerAddressAreWorthNothingAfterwards() {
        muster.wantLetter.wantReset(new EmailAddress(OLD), null);
        String reset = muster.mailedLink(OLD);
        request(NEW);
        muster.confirmEmail.confirm(muster.mailedLink(NEW));

        assertThat(muster.resetPassword.reset(reset, new Password("a quite different sentence")))
                .isFalse();
    }

    @Test
    void newestWishIsTheOneThatCounts() {
        request("first@example.org");
        String first = muster.mailedLink("first@example.org");
        request(NEW);

        assertThat(muster.confirmEmail.confirm(first)).isFalse();
        assertThat(muster.confirmEmail.confirm(muster.mailedLink(NEW))).isTrue();
    }

    @Test
    void oneOfFiftyWhoUseALinkAtOnceSucceeds() {
        request(NEW);
        String link = muster.mailedLink(NEW);

        assertThat(Race.values(Race.of(50, thread -> muster.confirmEmail.confirm(link))))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
    }

    @Test
    void linkIsWorthNothingAfterADayOrForADeletedAccount() {
        request(NEW);
        String link = muster.mailedLink(NEW);
        muster.clock.advance(Duration.ofDays(1));
        assertThat(muster.confirmEmail.confirm(link)).isFalse();

        ann = muster.principal(muster.signIn("ann"));
        request(NEW);
        String another = muster.mailedLink(NEW);
        muster.deleteAccount.delete(ann, PASSWORD, null);
        assertThat(muster.confirmEmail.confirm(another)).isFalse();
    }

    @Test
    void ownAddressInAnotherCaseCanBeConfirmed() {
        request("ANN@example.org");
        muster.confirmEmail.confirm(muster.linkTo(muster.stored("ann"), Purpose.CONFIRM_EMAIL));

        assertThat(muster.stored("ann").identity())
                .extracting(Identity::email)
                .isEqualTo(new EmailAddress("ANN@example.org"));
    }

    private void request(String address) {
        muster.changeEmail.request(ann, new EmailAddress(address), PASSWORD);
    }

    private String email() {
        return muster.stored("ann").identity().email().value();
    }
}
