/**
 * Contract of the execution port with its adapter in memory, and sample executions.
 * The contract has three parts: storing and changing, lists, and who sees what.
 */
@NullMarked
package dev.muster.testkit.execution;

import org.jspecify.annotations.NullMarked;
