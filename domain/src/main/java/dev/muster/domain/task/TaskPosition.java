package dev.muster.domain.task;

import java.time.Instant;

/** Where a task stands in a list: newest first, of two made at the same time the one with the greater id first. */
public record TaskPosition(Instant createdAt, TaskId id) {}
