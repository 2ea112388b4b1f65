/**
 * Projects of a person: what tasks, documents, executions and exports are kept together in.
 * Every project has one owner, and a key from which the keys of its tasks are made.
 */
@NullMarked
package dev.muster.domain.project;

import org.jspecify.annotations.NullMarked;
