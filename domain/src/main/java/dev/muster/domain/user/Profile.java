package dev.muster.domain.user;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Text;
import dev.muster.domain.shared.Violations;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells about themselves, all of it optional (requirement A9).
 *
 * @param displayName one line of 1 to 100 characters
 * @param bio any text of at most 2000 characters
 * @param avatarUrl an absolute http or https URL of at most 2048 characters
 * @param locale a language tag (BCP 47), such as {@code en-GB}
 * @param timeZone a region of the IANA time zone database, such as {@code Europe/Berlin}, or {@code UTC}
 */
public record Profile(
        @Nullable String displayName,
        @Nullable String bio,
        @Nullable String avatarUrl,
        @Nullable String locale,
        @Nullable String timeZone) {

    public static final Profile EMPTY = new Profile(null, null, null, null, null);
    public static final int MAX_DISPLAY_NAME = 100;
    public static final int MAX_BIO = 2000;
    public static final int MAX_AVATAR_URL = 2048;
    private static final String WEB_ADDRESS = "must be an absolute http or https URL";
    private static final String LANGUAGE = "must be a language tag such as en-GB";

    /** @throws Invalid with every value that breaks its rule, under the names that the API uses */
    public Profile {
        var check = new Violations();
        String name = displayName;
        String about = bio;
        String avatar = avatarUrl;
        String language = locale;
        String zone = timeZone;
        displayName =
                name == null ? null : check.check("/display_name", name, () -> Text.line(name, 1, MAX_DISPLAY_NAME));
        bio = about == null ? null : check.check("/bio", about, () -> Text.block(about, MAX_BIO));
        avatarUrl = avatar == null ? null : check.check("/avatar_url", avatar, () -> webAddress(avatar));
        locale = language == null ? null : check.check("/locale", language, () -> languageTag(language));
        timeZone = zone == null ? null : check.check("/time_zone", zone, () -> region(zone));
        check.throwIfAny();
    }

    private static String webAddress(String text) {
        String line = Text.line(text, 1, MAX_AVATAR_URL);
        try {
            URI uri = new URI(line);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return require(web && uri.getHost() != null && uri.getUserInfo() == null, line, WEB_ADDRESS);
        } catch (URISyntaxException malformed) {
            throw Invalid.value(FieldError.INVALID_FORMAT, WEB_ADDRESS);
        }
    }

    private static String languageTag(String text) {
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(Text.line(text, 1, 35))
                    .build()
                    .toLanguageTag();
            return require(!tag.equals("und"), tag, LANGUAGE);
        } catch (IllformedLocaleException malformed) {
            throw Invalid.value(FieldError.INVALID_FORMAT, LANGUAGE);
        }
    }

    private static String region(String text) {
        String name = Text.line(text, 1, 64);
        return require(ZoneId.getAvailableZoneIds().contains(name), name, "must be a time zone such as Europe/Berlin");
    }

    private static String require(boolean holds, String value, String message) {
        if (!holds) {
            throw Invalid.value(FieldError.INVALID_FORMAT, message);
        }
        return value;
    }
}
