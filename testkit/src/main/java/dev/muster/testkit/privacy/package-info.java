/**
 * Contract of the consent ledger with its adapter in memory.
 * The ledger is added to and never changed.
 */
@NullMarked
package dev.muster.testkit.privacy;

import org.jspecify.annotations.NullMarked;
