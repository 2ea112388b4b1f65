/**
 * Contracts of the user ports with adapters for tests, and sample users.
 * Contracts that need a stored user begin with the stage that is defined here.
 */
@NullMarked
package dev.muster.testkit.user;

import org.jspecify.annotations.NullMarked;
