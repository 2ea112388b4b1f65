package dev.muster.domain.project;

import java.time.Instant;

/** Where a project stands in a list: newest first, of two made at the same time the one with the greater id first. */
public record ProjectPosition(Instant createdAt, ProjectId id) {}
