/**
 * Contracts of the session ports with adapters for tests, and sample sessions.
 * What is kept of a session is told by the contracts, not by the adapters.
 */
@NullMarked
package dev.muster.testkit.session;

import org.jspecify.annotations.NullMarked;
