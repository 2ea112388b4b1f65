package dev.muster.web.document;

import dev.muster.domain.document.Document;
import dev.muster.domain.document.DocumentError;
import dev.muster.domain.document.DocumentId;
import dev.muster.domain.shared.NotFound;
import dev.muster.web.shared.Refusal;
import dev.muster.web.shared.Uuids;
import dev.muster.web.shared.WebError;
import io.micronaut.http.HttpRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a path and its query call a document and a version by. */
final class DocumentPath {

    private DocumentPath() {}

    /** What is no id is the id of nothing. */
    static DocumentId id(String text) {
        UUID id = Uuids.parse(text);
        if (id == null) {
            throw new NotFound(DocumentError.DOCUMENT_NOT_FOUND, "There is no such document.");
        }
        return new DocumentId(id);
    }

    /** What is no number is the number of no version: 0. */
    static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : 0;
    }

    /**
     * The number of a version that a query parameter names; null if it is absent.
     *
     * @throws Refusal if it is no number that a version can have
     */
    static @Nullable Integer number(HttpRequest<?> request, String parameter) {
        String text = request.getParameters().get(parameter);
        if (text == null) {
            return null;
        }
        int number = number(text);
        if (number < 1 || number > Document.MAX_VERSIONS) {
            throw Refusal.ofParameter(
                    WebError.INVALID_PARAMETER, parameter, "must be a whole number from 1 to " + Document.MAX_VERSIONS);
        }
        return number;
    }
}
