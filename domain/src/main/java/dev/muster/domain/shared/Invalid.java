package dev.muster.domain.shared;

import java.util.List;

/** At least one value breaks a rule of its own, whatever is stored. */
public final class Invalid extends Failure {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** @param violations what is wrong, at least one */
    public Invalid(ErrorCode code, String detail, List<Violation> violations) {
        super(code, detail);
        this.violations = List.copyOf(violations);
    }

    /** One broken rule, of the value as a whole. */
    public static Invalid value(ErrorCode rule, String message) {
        return at("", rule, message);
    }

    /** One broken rule of one value of a request; pointer, rule and message as in {@link Violation}. */
    public static Invalid at(String pointer, ErrorCode rule, String message) {
        Violation violation = new Violation(pointer, rule, message);
        return new Invalid(FieldError.VALIDATION_FAILED, "At least one value is not valid.", List.of(violation));
    }

    /** The same, of a value that stands at another place of the request. */
    public Invalid movedTo(String pointer) {
        List<Violation> moved = violations.stream()
                .map(violation -> new Violation(pointer, violation.code(), violation.message()))
                .toList();
        return new Invalid(code(), detail(), moved);
    }

    /** What is wrong, each with its place in the request. */
    public List<Violation> violations() {
        return violations.stream().map(violation -> violation.under(place())).toList();
    }
}
