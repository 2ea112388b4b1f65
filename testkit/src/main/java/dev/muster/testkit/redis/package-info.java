/**
 * A real Redis for tests, from binaries of Maven Central.
 * Needs nothing installed.
 */
@NullMarked
package dev.muster.testkit.redis;

import org.jspecify.annotations.NullMarked;
