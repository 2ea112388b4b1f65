package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.application.mail.MailLinks;
import dev.muster.application.mail.Notices;
import dev.muster.application.shared.AccountStage;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.mail.LinkPolicy;
import dev.muster.domain.shared.Unauthenticated;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserStatus;
import dev.muster.testkit.shared.Race;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class VerifyEmailTest {

    private static final String ADDRESS = "ann@example.org";

    private final AccountStage muster = new AccountStage();

    @Test
    void linkVerifiesTheAddressOnce() {
        muster.join("ann");
        String link = muster.mailedLink(ADDRESS);

        assertThat(muster.verifyEmail.verify(link)).isTrue();
        assertThat(muster.stored("ann").identity().emailVerified()).isTrue();
        assertThat(muster.recorded()).startsWith(AuditAction.EMAIL_VERIFIED);
        assertThat(muster.verifyEmail.verify(link)).isFalse();
    }

    @Test
    void oneOfFiftyWhoUseALinkAtOnceSucceeds() {
        muster.join("ann");
        String link = muster.mailedLink(ADDRESS);

        assertThat(Race.values(Race.of(50, thread -> muster.verifyEmail.verify(link))))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
    }

    @Test
    void accountThatHasToWaitForItCanBeUsedAfterwards() {
        MailLinks strict = muster.links(LinkPolicy.of(true));
        RegisterUser register = new RegisterUser(
                muster.unitOfWork,
                muster.users,
                muster.consents,
                muster.passwords,
                new Notices(strict, muster.letters, muster.audit));
        register.register(AccountStage.wish("ann"));

        assertThat(muster.stored("ann").status()).isEqualTo(UserStatus.INACTIVE);
        assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> muster.signIn("ann"));
        muster.verifyEmail.verify(muster.mailedLink(ADDRESS));
        assertThat(muster.stored("ann").status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(muster.signIn("ann")).isNotNull();
    }

    @Test
    void suspendedAccountStaysSuspended() {
        muster.join("ann");
        String link = muster.mailedLink(ADDRESS);
        muster.suspend("ann");

        assertThat(muster.verifyEmail.verify(link)).isTrue();
        assertThat(muster.stored("ann").status()).isEqualTo(UserStatus.SUSPENDED);
    }

    @Test
    void linkIsWorthNothingAfterThreeDays() {
        muster.join("ann");
        String link = muster.mailedLink(ADDRESS);
        muster.clock.advance(Duration.ofDays(3));

        assertThat(muster.verifyEmail.verify(link)).isFalse();
        assertThat(muster.stored("ann").identity().emailVerified()).isFalse();
    }

    @Test
    void whatIsNoLinkIsRefused() {
        assertThat(muster.verifyEmail.verify("")).isFalse();
        assertThat(muster.verifyEmail.verify("x".repeat(10_000))).isFalse();
        assertThat(muster.verifyEmail.verify("\0")).isFalse();
    }

    @Test
    void linkIsSentAgainWhenItIsWantedAfterAWhile() {
        muster.join("ann");
        String first = muster.mailedLink(ADDRESS);
        want(ADDRESS);
        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email");

        muster.clock.advance(Duration.ofMinutes(5));
        want("ANN@example.org");
        String second = muster.mailedLink(ADDRESS);

        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email", "verify email");
        assertThat(muster.verifyEmail.verify(first)).isFalse();
        assertThat(muster.verifyEmail.verify(second)).isTrue();
    }

    @Test
    void nothingIsSentToAnAddressThatIsVerifiedOrUnknown() {
        muster.join("ann");
        muster.verifyEmail.verify(muster.mailedLink(ADDRESS));
        muster.clock.advance(Duration.ofHours(1));
        want(ADDRESS);
        want("nobody@example.org");

        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email");
        assertThat(muster.mailedTo("nobody@example.org")).isEmpty();
    }

    private void want(String address) {
        muster.wantLetter.wantVerification(new EmailAddress(address), null);
    }
}
