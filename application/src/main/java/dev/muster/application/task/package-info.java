/**
 * Making, reading, changing and deleting one's own tasks.
 * Every use case names the owner, who is always the one who acts.
 */
@NullMarked
package dev.muster.application.task;

import org.jspecify.annotations.NullMarked;
