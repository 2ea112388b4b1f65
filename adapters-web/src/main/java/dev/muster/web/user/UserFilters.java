package dev.muster.web.user;

import dev.muster.domain.shared.Invalid;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.Username;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.Timestamps;
import dev.muster.web.shared.WebError;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads from a query which users are meant; different parameters narrow. */
final class UserFilters {

    private final Map<String, List<String>> query;

    private UserFilters(Map<String, List<String>> query) {
        this.query = query;
    }

    /** @throws Refusal if a parameter has a value that it can't have */
    static UserFilter of(Map<String, List<String>> query) {
        var values = new UserFilters(query);
        return new UserFilter(
                values.read("q", UserFilters::searched),
                values.read("email", EmailAddress::new),
                values.read("username", Username::new),
                values.read("status", UserNames.STATUS::parse),
                values.read("role", Role::new),
                values.read("created_after", Timestamps::parse),
                values.read("created_before", Timestamps::parse));
    }

    /** As the filter takes it, which knows its bounds. */
    private static @Nullable String searched(String text) {
        return new UserFilter(text, null, null, null, null, null, null).text();
    }

    private <T> @Nullable T read(String name, Function<String, @Nullable T> parse) {
        List<String> values = query.get(name);
        if (values == null) {
            return null;
        }
        try {
            return parse.apply(values.getFirst());
        } catch (Invalid invalid) {
            String message = invalid.violations().getFirst().message();
            throw Refusal.ofParameter(WebError.INVALID_PARAMETER, name, message);
        }
    }
}
