/**
 * Contract of what those who run Muster ask for, with an adapter for tests.
 * Nothing here is about a user's data.
 */
@NullMarked
package dev.muster.testkit.operations;

import org.jspecify.annotations.NullMarked;
