package dev.muster.domain.export;

import java.time.Instant;

/** Where an export stands in a list: newest first, of two asked for at the same time the one with the greater id first. */
public record ExportPosition(Instant createdAt, ExportId id) {}
