package dev.muster.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailTemplates;
import dev.muster.domain.user.EmailAddress;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link MailTemplates} promise. A test class of the adapter implements this interface. */
public interface MailTemplatesContract {

    URI LINK = URI.create("https://muster.example.org/a-page?token=s3cret-_0&x=1");

    UUID ID = UUID.fromString("0195567a-1c00-7000-8000-000000000001");

    /** A time that letters can tell. */
    String TIME = "2026-03-02T10:00:00Z";

    /** What is tested. */
    MailTemplates templates();

    /** A letter that tells something. */
    static Letter letter(LetterKind kind, Map<String, String> details) {
        return new Letter(ID, kind, new EmailAddress("ann@example.org"), null, null, details, TestClock.START);
    }

    /** Written out with a link, if the kind has one. */
    default Mail write(LetterKind kind, Map<String, String> details) {
        return templates().write(letter(kind, details), kind.purpose().isPresent() ? LINK : null);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PASSWORD_RESET_WANTED", "VERIFICATION_WANTED"})
    default void everyLetterIsWritten(LetterKind kind) {
        Mail mail = write(kind, Map.of("name", "Ann"));

        assertThat(mail.id()).isEqualTo(ID);
        assertThat(mail.to()).isEqualTo(new EmailAddress("ann@example.org"));
        assertThat(mail.createdAt()).isEqualTo(TestClock.START);
        assertThat(mail.subject()).isNotBlank().doesNotContain("\n", "\r", "s3cret");
        assertThat(mail.text()).contains("Ann");
        assertThat(mail.html()).contains("Ann");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PASSWORD_RESET_WANTED", "VERIFICATION_WANTED"})
    default void whatIsToldIsNeverMarkup(LetterKind kind) {
        Map<String, String> details =
                Map.of("name", "<b>\"Ann\" & 'Bob'", "ip", "<i>", "device", "<u>", "email", "<s>", "until", TIME);
        Mail mail = write(kind, details);

        assertThat(mail.text()).contains("<b>\"Ann\" & 'Bob'").doesNotContain("&lt;", "&amp;");
        assertThat(mail.html()).contains("&lt;b&gt;").doesNotContain("<b>", "<i>", "<u>", "<s>", "& ");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PASSWORD_RESET_WANTED", "VERIFICATION_WANTED"})
    default void whatIsToldStaysOnItsLine(LetterKind kind) {
        String lines = "Ann\r\n\r\nBuy now\u2028Buy now\u0085Buy now";
        Mail mail = write(kind, Map.of("name", lines, "ip", lines, "device", lines, "email", lines));

        assertThat(mail.text().split("[\\n\\r\\u2028\\u0085]"))
                .noneMatch(line -> line.strip().startsWith("Buy now"));
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_EMAIL", "RESET_PASSWORD", "CONFIRM_EMAIL"})
    default void linkStandsInBothPartsInFull(LetterKind kind) {
        Mail mail = write(kind, Map.of("name", "Ann"));

        assertThat(mail.text().lines()).contains(LINK.toString());
        assertThat(mail.html()).contains(LINK.toString().replace("&", "&amp;"));
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_EMAIL", "RESET_PASSWORD", "CONFIRM_EMAIL"})
    default void letterWithoutItsLinkIsRefused(LetterKind kind) {
        Letter letter = letter(kind, Map.of("name", "Ann"));

        assertThatIllegalArgumentException().isThrownBy(() -> templates().write(letter, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSWORD_RESET_WANTED", "VERIFICATION_WANTED"})
    default void wishIsNoLetter(LetterKind kind) {
        assertThatIllegalArgumentException().isThrownBy(() -> write(kind, Map.of("name", "Ann")));
    }

    @Test
    default void letterWithoutANameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(LetterKind.PASSWORD_CHANGED, Map.of("ip", "192.0.2.7")));
    }

    @Test
    default void timeThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(LetterKind.ACCOUNT_LOCKED, Map.of("name", "Ann", "until", "soon")));
    }

    @Test
    default void detailThatTheKindDoesNotTellDoesNoHarm() {
        assertThat(write(LetterKind.EMAIL_WANTED_BY_OTHER, Map.of("name", "Ann", "another", "detail"))
                        .text())
                .contains("Ann");
    }

    @Test
    default void manyThreadsWriteAtOnce() {
        assertThat(Race.values(Race.of(thread -> write(LetterKind.RESET_PASSWORD, Map.of("name", "Ann")))))
                .containsOnly(write(LetterKind.RESET_PASSWORD, Map.of("name", "Ann")));
    }
}
