package dev.muster.web.shared;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Says in our words where a body is wrong; never with a part of the body itself, which may be a password. */
final class JsonFaults {

    private static final int MAX_NAME = 100;

    private JsonFaults() {}

    static Refusal explain(JsonProcessingException fault) {
        Throwable root = fault;
        while (root.getCause() instanceof JsonProcessingException cause) {
            root = cause;
        }
        String pointer = fault instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return switch (root) {
            case UnrecognizedPropertyException unknown ->
                Refusal.atPointer(WebError.UNKNOWN_PROPERTY, pointer, "is not known here");
            case MismatchedInputException mismatch ->
                Refusal.atPointer(WebError.WRONG_TYPE, pointer, "must be " + wanted(mismatch.getTargetType()));
            case InputCoercionException tooGreat ->
                Refusal.atPointer(WebError.WRONG_TYPE, pointer, "must be a whole number that is not as great");
            case StreamConstraintsException tooMuch ->
                malformed("is nested too deeply, or has a name or a number that is too long", tooMuch.getLocation());
            case JsonProcessingException syntax -> syntax(syntax);
            default -> malformed("is not JSON", null);
        };
    }

    static Refusal malformed(String message, @Nullable JsonLocation location) {
        String place =
                location == null ? "" : ", seen at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return new Refusal(WebError.MALFORMED_JSON, "The body " + message + place + ".");
    }

    private static Refusal syntax(JsonProcessingException fault) {
        // There is no type of its own for this one.
        if (fault.getOriginalMessage().startsWith("Duplicate field")) {
            JsonLocation at = fault.getLocation();
            return new Refusal(
                    WebError.DUPLICATE_PROPERTY,
                    "The body has a property twice in one object, seen at line " + at.getLineNr() + ", column "
                            + at.getColumnNr() + ".");
        }
        return malformed("is not JSON", fault.getLocation());
    }

    private static String pointer(JsonMappingException fault) {
        var pointer = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            String name = step.getFieldName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        String shown = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
        return shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?").replace("~", "~0").replace("/", "~1");
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == String.class) {
            return "a string";
        }
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list of non-null values" : "an object";
    }
}
