/**
 * Contract of the project port with its adapter in memory, and sample projects.
 * The contract has four parts: storing, changing, lists with who sees what, and numbers for tasks.
 */
@NullMarked
package dev.muster.testkit.project;

import org.jspecify.annotations.NullMarked;
