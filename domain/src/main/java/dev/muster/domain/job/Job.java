package dev.muster.domain.job;

/**
 * Work that comes again and again.
 *
 * @param name lower-case letters and hyphens; stays the same over releases, as the store knows it by that
 * @param work may be run again after it was cut off half way, so it has to be repeatable; what it throws is logged, and
 *     the next run comes at its time all the same
 */
public record Job(String name, Schedule schedule, Runnable work) {}
