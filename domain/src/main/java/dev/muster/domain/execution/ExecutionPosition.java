package dev.muster.domain.execution;

import java.time.Instant;

/** Where an execution stands in a list: newest first, of two made at the same time the one with the greater id first. */
public record ExecutionPosition(Instant createdAt, ExecutionId id) {}
