/**
 * Contract of the audit log with its adapter in memory.
 * The log is added to and never changed, but for people who are erased.
 */
@NullMarked
package dev.muster.testkit.audit;

import org.jspecify.annotations.NullMarked;
