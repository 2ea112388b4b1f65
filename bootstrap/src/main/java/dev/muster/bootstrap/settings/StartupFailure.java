package dev.muster.bootstrap.settings;

import org.jspecify.annotations.Nullable;

/**
 * Muster cannot start, for a reason that whoever started it can mend. The message is one sentence for that person, without secrets; main prints it alone,
 * without a stack trace, and ends with a non-zero exit status.
 */
public final class StartupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartupFailure(String sentence) {
        this(sentence, null);
    }

    public StartupFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
