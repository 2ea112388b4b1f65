/**
 * The contract of rate limiters, with an adapter for tests.
 * What is limited is not known here.
 */
@NullMarked
package dev.muster.testkit.limit;

import org.jspecify.annotations.NullMarked;
