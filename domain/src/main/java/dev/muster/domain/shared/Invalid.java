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
        return new Invalid(FieldError.VALIDATION_FAILED, message, List.of(new Violation("", rule, message)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
