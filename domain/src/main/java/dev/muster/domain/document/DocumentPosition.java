package dev.muster.domain.document;

import java.time.Instant;

/** Where a document stands in a list: newest first, of two made at the same time the one with the greater id first. */
public record DocumentPosition(Instant createdAt, DocumentId id) {}
