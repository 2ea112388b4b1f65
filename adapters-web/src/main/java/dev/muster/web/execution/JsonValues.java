package dev.muster.web.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.domain.execution.JsonText;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values of requests as texts. */
final class JsonValues {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Equal are numbers that are as great, and whatever else is the same. */
    private static final Comparator<JsonNode> BY_MEANING = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };

    private JsonValues() {}

    /**
     * The text of a value; null for null.
     *
     * @throws Invalid if it is longer than a text may be, or has a number or a character that none may have
     */
    static @Nullable JsonText text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        var text = new StringBuilder();
        append(value, text);
        return new JsonText(text.toString());
    }

    /** As {@link #text(JsonNode)}; but the known text where the value means the same. */
    static @Nullable JsonText text(@Nullable JsonNode value, @Nullable JsonText known) {
        JsonText text = text(value);
        boolean same = text != null && known != null && parse(text).equals(BY_MEANING, parse(known));
        return same ? known : text;
    }

    private static JsonNode parse(JsonText text) {
        try {
            return MAPPER.readTree(text.value());
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("a stored value is no JSON", malformed);
        }
    }

    private static void append(JsonNode value, StringBuilder text) {
        switch (value.getNodeType()) {
            case OBJECT -> appendMembers(value, text);
            case ARRAY -> appendElements(value, text);
            case STRING -> appendString(value.textValue(), text);
            case NUMBER -> text.append(plain(value.decimalValue()));
            default -> text.append(value.asText());
        }
        // Looked at on the way, as digits of a few characters can be a thousand.
        if (text.length() > JsonText.MAX_BYTES) {
            throw Invalid.value(FieldError.TOO_LONG, "must be at most 256 KiB of JSON");
        }
    }

    private static void appendMembers(JsonNode object, StringBuilder text) {
        char before = '{';
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            text.append(before);
            appendString(member.getKey(), text);
            append(member.getValue(), text.append(':'));
            before = ',';
        }
        text.append(object.isEmpty() ? "{}" : "}");
    }

    private static void appendElements(JsonNode array, StringBuilder text) {
        char before = '[';
        for (JsonNode element : array) {
            append(element, text.append(before));
            before = ',';
        }
        text.append(array.isEmpty() ? "[]" : "]");
    }

    private static void appendString(String string, StringBuilder text) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(string, text);
        text.append('"');
    }

    private static String plain(BigDecimal number) {
        long digits = Math.max((long) number.precision() - number.scale(), 0) + Math.max(number.scale(), 0);
        if (digits > JsonText.MAX_DIGITS) {
            throw Invalid.value(
                    FieldError.OUT_OF_RANGE, "must have numbers of at most " + JsonText.MAX_DIGITS + " digits");
        }
        return number.toPlainString();
    }
}
