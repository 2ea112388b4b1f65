/**
 * Contract of the scheduler of jobs with its adapter in memory.
 * Time passes when a test says so.
 */
@NullMarked
package dev.muster.testkit.job;

import org.jspecify.annotations.NullMarked;
