package dev.muster.domain.user;

import static dev.muster.domain.shared.Refusal.assertViolations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProfileTest {

    @Test
    void everythingIsOptional() {
        assertThat(Profile.EMPTY).isEqualTo(new Profile(null, null, null, null, null));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertViolations(
                () -> new Profile(" ", "b\0", "nowhere", "not a language", "Mars/Olympus"),
                "/display_name",
                FieldError.REQUIRED,
                "/bio",
                FieldError.INVALID_CHARACTER,
                "/avatar_url",
                FieldError.INVALID_FORMAT,
                "/locale",
                FieldError.INVALID_FORMAT,
                "/time_zone",
                FieldError.INVALID_FORMAT);
    }

    @Test
    void lengthsAreBounded() {
        assertThat(new Profile("🚀".repeat(100), "🚀".repeat(2000), null, null, null))
                .isNotNull();
        assertViolations(
                () -> new Profile(
                        "a".repeat(101),
                        "a".repeat(2001),
                        "https://a.example/" + "a".repeat(2048),
                        "a".repeat(36),
                        "a".repeat(65)),
                "/display_name",
                FieldError.TOO_LONG,
                "/bio",
                FieldError.TOO_LONG,
                "/avatar_url",
                FieldError.TOO_LONG,
                "/locale",
                FieldError.TOO_LONG,
                "/time_zone",
                FieldError.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a.png", "HTTP://example.org:8080/?q=1#f", "http://[::1]/a"})
    void avatarIsAWebAddress(String url) {
        assertThat(new Profile(null, null, url, null, null).avatarUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a.png",
                "//example.org/a",
                "javascript:alert(1)",
                "data:image/png;base64,AA",
                "ftp://example.org/a",
                "https:///a",
                "https:a",
                "https://ann:pw@example.org/",
                "https://example.org/a b",
                "https://exa<mple.org/"
            })
    void otherAvatarsAreRefused(String url) {
        assertViolations(() -> new Profile(null, null, url, null, null), "/avatar_url", FieldError.INVALID_FORMAT);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "EN-gb, en-GB", "zh-hant-tw, zh-Hant-TW", "de-CH-1996, de-CH-1996"})
    void languageTagIsWrittenAsItShouldBe(String given, String written) {
        assertThat(new Profile(null, null, null, given, null).locale()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"und", "e", "en_GB", "english language", "en-"})
    void otherLanguagesAreRefused(String tag) {
        assertViolations(() -> new Profile(null, null, null, tag, null), "/locale", FieldError.INVALID_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"})
    void timeZoneIsARegion(String zone) {
        assertThat(new Profile(null, null, null, null, zone).timeZone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "europe/berlin", "Berlin", "Z"})
    void otherTimeZonesAreRefused(String zone) {
        assertViolations(() -> new Profile(null, null, null, null, zone), "/time_zone", FieldError.INVALID_FORMAT);
    }
}
