package dev.muster.domain.user;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

    private static final String LABEL_63 = "d".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.c",
                "ann@example.org",
                "Ann.Example+tag@Sub.Example.ORG",
                "o'neil_x-y=z@example.org",
                "!#$%&*/?^`{|}~@example.org",
                "1@2.3",
                "ann@xn--bcher-kva.example",
            })
    void addressIsKeptAsItWasWritten(String text) {
        assertThat(new EmailAddress(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "ann@",
                "@example.org",
                "ann@localhost",
                "ann@@example.org",
                "ann@b@example.org",
                ".ann@example.org",
                "ann.@example.org",
                "a..b@example.org",
                "ann@example..org",
                "ann@.example.org",
                "ann@example.org.",
                "ann@-example.org",
                "ann@example-.org",
                "ann@exa_mple.org",
                "ann @example.org",
                "\"ann\"@example.org",
                "ann@[127.0.0.1]",
                "zoë@example.org",
                "ann@bücher.example",
                "Ann <ann@example.org>",
            })
    void anythingElseIsRefused(String text) {
        assertRefused(FieldError.INVALID_FORMAT, () -> new EmailAddress(text));
    }

    @Test
    void partsHaveTheirLengths() {
        assertThat(new EmailAddress("a".repeat(64) + "@example.org").value()).hasSize(76);
        assertThat(new EmailAddress("a@" + LABEL_63 + ".org").value()).endsWith(".org");
        assertRefused(FieldError.INVALID_FORMAT, () -> new EmailAddress("a".repeat(65) + "@example.org"));
        assertRefused(FieldError.INVALID_FORMAT, () -> new EmailAddress("a@d" + LABEL_63 + ".org"));
    }

    @Test
    void wholeHasAtMost254Characters() {
        String domain = String.join(".", LABEL_63, LABEL_63, LABEL_63);
        String longest = "a".repeat(254 - 1 - domain.length()) + "@" + domain;

        assertThat(new EmailAddress(longest).value()).hasSize(254);
        assertRefused(FieldError.TOO_LONG, () -> new EmailAddress("a" + longest));
        assertRefused(FieldError.TOO_LONG, () -> new EmailAddress("a".repeat(1_000_000)));
        assertRefused(FieldError.REQUIRED, () -> new EmailAddress(" "));
    }

    @Test
    void addressesAreComparedWithoutRegardToCase() {
        assertThat(new EmailAddress(" Ann@Example.ORG ").canonical()).isEqualTo("ann@example.org");
        assertThat(new EmailAddress("I@EXAMPLE.ORG").canonical()).isEqualTo("i@example.org");
    }

    @Property
    void whateverIsTakenHasOneAtAndADotBehindIt(
            @ForAll @Chars({'@', '.', '-', '+', '"', ' '}) @CharRange(from = 'a', to = 'c') @StringLength(max = 12)
                    String text) {
        try {
            assertThat(new EmailAddress(text).value()).matches("[^@ \"]+@[^@ \"]+\\.[^@ \"]+");
        } catch (Invalid refused) {
            assertThat(refused.violations()).hasSize(1);
        }
    }
}
