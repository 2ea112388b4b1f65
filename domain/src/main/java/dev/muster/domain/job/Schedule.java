package dev.muster.domain.job;

import java.time.Duration;
import java.time.LocalTime;

/** When a job runs. */
public sealed interface Schedule {

    /** A time after the end of the run before. @param pause 1 second or more */
    record Every(Duration pause) implements Schedule {}

    /** Once a day. @param time in UTC */
    record Daily(LocalTime time) implements Schedule {}
}
