package dev.muster.domain.shared;

/**
 * One value that breaks a rule.
 *
 * @param pointer where in the request, as a JSON Pointer (RFC 6901); empty for the value as a whole
 * @param code which rule
 * @param message what would be right, for a person, without the value itself
 */
public record Violation(String pointer, ErrorCode code, String message) {

    Violation under(String parent) {
        return new Violation(parent + pointer, code, message);
    }
}
