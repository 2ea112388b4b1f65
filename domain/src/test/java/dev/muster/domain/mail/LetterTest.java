package dev.muster.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.MailedToken.Purpose;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LetterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final UUID ID = UUID.fromString("019cad5f-0000-7000-8000-000000000001");
    private static final EmailAddress ANN = new EmailAddress("ann@example.org");

    @ParameterizedTest
    @EnumSource
    void everyPurposeHasALetterThatCarriesIt(Purpose purpose) {
        LetterKind kind = LetterKind.carrying(purpose);

        assertThat(kind.purpose()).contains(purpose);
        assertThat(kind.isLetter()).isTrue();
    }

    @Test
    void wishesAreNoLettersAndCarryNothing() {
        assertThat(Stream.of(LetterKind.values()).filter(kind -> !kind.isLetter()))
                .containsExactly(LetterKind.PASSWORD_RESET_WANTED, LetterKind.VERIFICATION_WANTED)
                .allMatch(wish -> wish.purpose().isEmpty());
    }

    @Test
    void namesAreThoseOfTheStoreAndOfTheLinks() {
        assertThat(LetterKind.ALREADY_REGISTERED.code()).isEqualTo("already_registered");
        assertThat(Purpose.VERIFY_EMAIL.page()).isEqualTo("verify-email");
        assertThat(Purpose.RESET_PASSWORD.seed(ID)).isEqualTo("reset-password:" + ID);
        assertThat(Purpose.CONFIRM_EMAIL.seed(ID)).isNotEqualTo(Purpose.VERIFY_EMAIL.seed(ID));
    }

    @Test
    void detailsAreTheLettersOwn() {
        Map<String, String> details = new HashMap<>(Map.of("name", "Ann"));
        Letter letter = new Letter(ID, LetterKind.PASSWORD_CHANGED, ANN, new UserId(ID), null, details, NOW);
        details.put("name", "Eve");

        assertThat(letter.details()).isEqualTo(Map.of("name", "Ann"));
    }

    @Test
    void neitherLetterNorMailIsPrintedWithWhatItSays() {
        Letter letter = new Letter(ID, LetterKind.PASSWORD_CHANGED, ANN, null, null, Map.of("ip", "192.0.2.1"), NOW);
        Mail mail = new Mail(ID, ANN, "subject", "https://x/?token=s3cret", "<p>s3cret</p>", NOW);

        assertThat(letter).hasToString("Letter[PASSWORD_CHANGED " + ID + "]");
        assertThat(mail).hasToString("Mail[" + ID + "]");
    }

    @Test
    void tokenIsFreshForAsLongAsThePolicySays() {
        MailedToken token =
                new MailedToken(ID, new UserId(ID), Purpose.RESET_PASSWORD, ANN, NOW, NOW.plusSeconds(1800));

        assertThat(token.isFresh(NOW.plusSeconds(299), LinkPolicy.DEFAULT)).isTrue();
        assertThat(token.isFresh(NOW.plusSeconds(300), LinkPolicy.DEFAULT)).isFalse();
    }

    @Test
    void everyPurposeHasALifeOfItsOwn() {
        LinkPolicy policy = LinkPolicy.of(true);

        assertThat(policy.verifyFirst()).isTrue();
        assertThat(LinkPolicy.DEFAULT.verifyFirst()).isFalse();
        assertThat(policy.life(Purpose.VERIFY_EMAIL)).isEqualTo(Duration.ofDays(3));
        assertThat(policy.life(Purpose.CONFIRM_EMAIL)).isEqualTo(Duration.ofDays(1));
        assertThat(policy.life(Purpose.RESET_PASSWORD)).isBetween(Duration.ofMinutes(10), Duration.ofHours(1));
    }

    @Test
    void failureTellsWhetherTryingAgainIsOfUse() {
        Exception cause = new IllegalStateException("broken");

        assertThat(new MailFailure("refused", true).permanent()).isTrue();
        assertThat(new MailFailure("away", false, cause))
                .hasCause(cause)
                .extracting(MailFailure::permanent)
                .isEqualTo(false);
    }
}
