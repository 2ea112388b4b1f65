package dev.muster.domain.shared;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks is not known, or no longer: no, a wrong, an ended or too old a credential. */
public final class Unauthenticated extends Failure {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration maxAge;

    public Unauthenticated(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    /** @param maxAge how old a sign-in may be for what was asked, where this one was older; or null */
    public Unauthenticated(ErrorCode code, String detail, @Nullable Duration maxAge) {
        super(code, detail);
        this.maxAge = maxAge;
    }

    /** How old a sign-in may be; empty where that was not the reason. */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }
}
