package dev.muster.web.shared;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Violations;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the members of a request that have to be there, and collects what is wrong with them. */
public final class Members {

    private final Violations violations = new Violations();

    /** The value of a member; null, which {@link #finish} tells of, if it is absent or breaks a rule. */
    public <R, T> @Nullable T read(String pointer, @Nullable R member, Function<R, T> make) {
        if (member == null) {
            violations.add(pointer, FieldError.REQUIRED, "must be given");
            return null;
        }
        return violations.<@Nullable T>check(pointer, null, () -> make.apply(member));
    }

    /** Notes a member that may not be there beside the others. */
    public void refuse(String pointer, @Nullable Object member) {
        if (member != null) {
            violations.add(pointer, ValueError.NOT_ALLOWED, "must not be given here");
        }
    }

    /** @throws dev.muster.domain.shared.Invalid if anything was wrong; otherwise no value read is null */
    public void finish() {
        violations.throwIfAny();
    }
}
