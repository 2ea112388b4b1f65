/**
 * Contract of the task port with its adapter in memory, and sample tasks.
 * The contract has three parts: storing, lists, and who sees what.
 */
@NullMarked
package dev.muster.testkit.task;

import org.jspecify.annotations.NullMarked;
