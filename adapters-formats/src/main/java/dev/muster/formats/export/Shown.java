package dev.muster.formats.export;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values as texts. */
final class Shown {

    private Shown() {}

    /** A constant as the API names it. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The text of a value, or null if there is none. */
    static <T> @Nullable String text(@Nullable T value, Function<T, ?> of) {
        return value == null ? null : of.apply(value).toString();
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
