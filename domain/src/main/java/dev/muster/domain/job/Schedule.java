package dev.muster.domain.job;

import java.time.Duration;
import java.time.LocalTime;

/** When a job runs. */
public sealed interface Schedule {

    /**
     * At once when it was never run, and then a time after the end of the run before.
     *
     * @param pause 1 second or more
     */
    record Every(Duration pause) implements Schedule {

        /** @throws IllegalArgumentException if the pause is shorter */
        public Every {
            if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("a job pauses for 1 s at least, not for " + pause);
            }
        }
    }

    /** Once a day. @param time in UTC */
    record Daily(LocalTime time) implements Schedule {}
}
