/**
 * Contracts of the ports of tasks with their adapters in memory, sample tasks and sample filters.
 * What holds for any course of events is checked by steps that jqwik makes up.
 */
@NullMarked
package dev.muster.testkit.task;

import org.jspecify.annotations.NullMarked;
