/**
 * Routes of executions of agents.
 * What goes in and out of an agent is any JSON value, and keeps its meaning.
 */
@NullMarked
package dev.muster.web.execution;

import org.jspecify.annotations.NullMarked;
