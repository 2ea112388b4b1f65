/**
 * Muster as it runs: database, application context and HTTP server, begun in this order and ended in the other.
 * Whatever keeps it from starting is a {@link dev.muster.bootstrap.settings.StartupFailure}.
 */
@NullMarked
package dev.muster.bootstrap.server;

import org.jspecify.annotations.NullMarked;
