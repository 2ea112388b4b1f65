package dev.muster.persistence.user;

import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.UserFilter;
import dev.muster.domain.user.UserPosition;
import dev.muster.domain.user.UserStatus;
import dev.muster.domain.user.Username;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are meant, as conditions that name only what is filtered by, each in the form that an index was made for.
 *
 * @param conditions all of them have to hold
 * @param bindings what belongs to their question marks, in their order
 */
record UserSelection(List<String> conditions, List<Parameters.Binding> bindings) {

    /** Between two words there is one of these at least. */
    private static final Pattern SEPARATED = Pattern.compile("[^\\p{Punct}\\s][\\p{Punct}\\s]+[^\\p{Punct}\\s]");

    private static final String TEXT =
            "muster.user_text(u.name, u.username, u.email) collate \"C\" like muster.containing(?)";
    private static final String WORDS = "muster.user_words(u.name, u.username, u.email)"
            + " @@ plainto_tsquery('pg_catalog.simple', muster.folded_words(?))";
    private static final String ROLE = "exists (select from muster.user_roles r where r.user_id = u.id and r.role = ?)";

    UserSelection {
        conditions = List.copyOf(conditions);
        bindings = List.copyOf(bindings);
    }

    static UserSelection of(UserFilter filter, @Nullable UserPosition after) {
        return new Collecting().add(filter).add(after).done();
    }

    String condition() {
        return String.join(" and ", conditions);
    }

    void bind(Parameters parameters) throws SQLException {
        for (Parameters.Binding binding : bindings) {
            binding.bind(parameters);
        }
    }

    /** A selection that is being made. */
    private static final class Collecting {

        private final List<String> conditions = new ArrayList<>();
        private final List<Parameters.Binding> bindings = new ArrayList<>();

        private Collecting add(UserFilter filter) {
            addState(filter);
            EmailAddress email = filter.email();
            if (email != null) {
                add("lower(u.email) = ?", parameters -> parameters.text(email.canonical()));
            }
            Username username = filter.username();
            if (username != null) {
                add("lower(u.username) = ?", parameters -> parameters.text(username.canonical()));
            }
            Role role = filter.role();
            if (role != null) {
                add(ROLE, parameters -> parameters.text(role.name()));
            }
            addText(filter.text());
            addTime("u.created_at >= ?", filter.createdAfter());
            addTime("u.created_at < ?", filter.createdBefore());
            return this;
        }

        private Collecting add(@Nullable UserPosition after) {
            if (after != null) {
                add(
                        "(u.created_at, u.id) < (?, ?)",
                        parameters -> parameters
                                .time(after.createdAt())
                                .uuid(after.id().value()));
            }
            return this;
        }

        /**
         * The status tells whether an account is deleted; that is said a second time only where the index needs it, as
         * the planner would take the two for independent.
         */
        private void addState(UserFilter filter) {
            UserStatus status = filter.status();
            boolean exact = filter.email() != null || filter.username() != null;
            if (status != null) {
                add("u.status = ?", parameters -> parameters.text(UserRow.stored(status)));
            }
            if (status == null || exact) {
                add("u.deleted_at is " + (status == UserStatus.DELETED ? "not null" : "null"), parameters -> {});
            }
        }

        /** A single word that someone has is a part of their text as well, so words are looked for if there are several. */
        private void addText(@Nullable String text) {
            if (text == null) {
                return;
            }
            if (SEPARATED.matcher(text).find()) {
                add(
                        "(" + TEXT + " or " + WORDS + ")",
                        parameters -> parameters.text(text).text(text));
            } else {
                add(TEXT, parameters -> parameters.text(text));
            }
        }

        private void addTime(String condition, @Nullable Instant time) {
            if (time != null) {
                add(condition, parameters -> parameters.time(time));
            }
        }

        private void add(String condition, Parameters.Binding binding) {
            conditions.add(condition);
            bindings.add(binding);
        }

        private UserSelection done() {
            return new UserSelection(conditions, bindings);
        }
    }
}
