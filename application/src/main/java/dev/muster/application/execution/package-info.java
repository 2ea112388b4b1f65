/**
 * Asking agents for work, reporting on it and reading of it, in one's own projects.
 * Every use case names the owner, who is always the one who acts.
 */
@NullMarked
package dev.muster.application.execution;

import org.jspecify.annotations.NullMarked;
