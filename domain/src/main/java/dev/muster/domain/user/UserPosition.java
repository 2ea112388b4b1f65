package dev.muster.domain.user;

import java.time.Instant;

/** Where a user stands in a list: newest first, of two made at the same time the one with the greater id first. */
public record UserPosition(Instant createdAt, UserId id) {}
