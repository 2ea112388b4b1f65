package dev.muster.domain.user;

import static dev.muster.domain.shared.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values of a person: name, telephone number, role. */
final class PersonTest {

    @Test
    void nameIsALineOfAnyScript() {
        assertThat(new PersonName(" 李 Zoë 🚀 ").value()).isEqualTo("李 Zoë 🚀");
        assertThat(new PersonName("🚀".repeat(200)).value()).hasSize(400);
        assertRefused(FieldError.REQUIRED, () -> new PersonName(" "));
        assertRefused(FieldError.TOO_LONG, () -> new PersonName("🚀".repeat(201)));
        assertRefused(FieldError.INVALID_CHARACTER, () -> new PersonName("Ann\nExample"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1234567", "+14155550123", "+123456789012345"})
    void telephoneNumberIsWrittenAsE164(String text) {
        assertThat(new PhoneNumber(" " + text + " ").value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14155550123", "+0123456789", "+123456", "+1 415 555", "+1-415-5550", "0049", "+١٢٣٤٥٦٧٨"})
    void otherTelephoneNumbersAreRefused(String text) {
        assertRefused(FieldError.INVALID_FORMAT, () -> new PhoneNumber(text));
    }

    @Test
    void telephoneNumberIsBounded() {
        assertRefused(FieldError.TOO_LONG, () -> new PhoneNumber("+1234567890123456"));
        assertRefused(FieldError.REQUIRED, () -> new PhoneNumber(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "a", "read-only_2"})
    void roleIsALowerCaseName(String name) {
        assertThat(new Role(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "User", "2nd", "-a", "a b", "ä", "user\n"})
    void otherRolesAreRefused(String name) {
        assertRefused(FieldError.INVALID_FORMAT, () -> new Role(name));
    }

    @Test
    void builtInRolesAreThere() {
        assertThat(Role.USER).hasToString("user");
        assertThat(Role.ADMIN).hasToString("admin");
        assertRefused(FieldError.INVALID_FORMAT, () -> new Role("a".repeat(51)));
    }
}
