package dev.muster.domain.job;

import java.util.regex.Pattern;

/**
 * Work that comes again and again.
 *
 * @param name lower-case letters and hyphens; stays the same over releases, as the store knows it by that
 * @param work may be run again after it was cut off half way, so it has to be repeatable; runs outside any unit of work;
 *     what it throws is logged, and the next run comes at its time all the same
 */
public record Job(String name, Schedule schedule, Runnable work) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** @throws IllegalArgumentException if the name is another kind of text */
    public Job {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a job is named by lower-case letters and hyphens, not " + name);
        }
    }
}
