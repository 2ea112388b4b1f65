package dev.muster.persistence.mail;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of a row of outbox that the letter itself is. */
record LetterRow(
        UUID id,
        String kind,
        String email,
        @Nullable UUID userId,
        @Nullable UUID tokenId,
        Map<String, String> details,
        Instant createdAt) {

    /** In the order in which {@link #read} takes them. */
    static final String COLUMNS = "id, kind, email, user_id, token_id,"
            + " array(select d.key from jsonb_each_text(details) d order by d.key),"
            + " array(select d.value from jsonb_each_text(details) d order by d.key), created_at";

    static LetterRow from(Letter letter) {
        UserId user = letter.user();
        return new LetterRow(
                letter.id(),
                letter.kind().code(),
                letter.to().value(),
                user == null ? null : user.value(),
                letter.token(),
                letter.details(),
                letter.createdAt());
    }

    static LetterRow read(Columns columns) throws SQLException {
        return new LetterRow(
                columns.uuid(),
                columns.text(),
                columns.text(),
                columns.uuidOrNull(),
                columns.uuidOrNull(),
                details(columns.texts(), columns.texts()),
                columns.time());
    }

    private static Map<String, String> details(List<String> names, List<String> values) {
        Map<String, String> details = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            details.put(names.get(i), values.get(i));
        }
        return details;
    }

    /** All columns, in the same order. */
    void bind(Parameters parameters) throws SQLException {
        List<String> names = List.copyOf(details.keySet());
        parameters
                .uuid(id)
                .text(kind)
                .text(email)
                .uuid(userId)
                .uuid(tokenId)
                .texts(names)
                .texts(names.stream().map(details::get).toList())
                .time(createdAt);
    }

    Letter toLetter() {
        return new Letter(
                id,
                LetterKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                new EmailAddress(email),
                userId == null ? null : new UserId(userId),
                tokenId,
                details,
                createdAt);
    }
}
