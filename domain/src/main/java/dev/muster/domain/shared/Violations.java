package dev.muster.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the values of one request, so that all of it is told at once. Not thread-safe. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /**
     * Makes a value, or notes why it can't be made.
     *
     * @param pointer where the value stands in the request, as a JSON Pointer
     * @param fallback what to go on with when the value is wrong; never gets past {@link #throwIfAny()}
     */
    public <T extends @Nullable Object> T check(String pointer, T fallback, Supplier<? extends T> value) {
        try {
            return value.get();
        } catch (Invalid invalid) {
            invalid.violations().forEach(violation -> found.add(violation.under(pointer)));
            return fallback;
        }
    }

    /** Notes a broken rule. */
    public void add(String pointer, ErrorCode rule, String message) {
        found.add(new Violation(pointer, rule, message));
    }

    /** @throws Invalid with every violation noted so far, if there is one */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new Invalid(FieldError.VALIDATION_FAILED, "At least one value is not valid.", found);
        }
    }
}
