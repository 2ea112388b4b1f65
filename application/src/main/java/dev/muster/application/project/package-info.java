/**
 * Making, reading, changing and deleting one's own projects.
 * Every use case names the owner, who is always the one who acts.
 */
@NullMarked
package dev.muster.application.project;

import org.jspecify.annotations.NullMarked;
