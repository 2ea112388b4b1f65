package dev.muster.web.shared;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Violations;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies the members of a JSON Merge Patch (RFC 7396) to what is there, and collects what is wrong with them. A member
 * is null where the request does not have it, and an empty Optional where the request says null.
 */
public final class MergePatch {

    private final Violations violations = new Violations();

    /** A member that can be cleared by null. */
    public <R, T> @Nullable T optional(
            String pointer, @Nullable Optional<R> member, @Nullable T current, Function<R, T> make) {
        if (member == null) {
            return current;
        }
        if (member.isEmpty()) {
            return null;
        }
        return violations.<@Nullable T>check(pointer, current, () -> make.apply(member.get()));
    }

    /** A member that there always is. */
    public <R, T> T required(String pointer, @Nullable Optional<R> member, T current, Function<R, T> make) {
        if (member == null) {
            return current;
        }
        if (member.isEmpty()) {
            violations.add(pointer, FieldError.REQUIRED, "must not be null");
            return current;
        }
        return violations.check(pointer, current, () -> make.apply(member.get()));
    }

    /** What else is found wrong. */
    public Violations violations() {
        return violations;
    }

    /** @throws dev.muster.domain.shared.Invalid if anything was wrong */
    public void finish() {
        violations.throwIfAny();
    }
}
