/**
 * Joining, and what one tells about oneself.
 * Signing in belongs to the session package.
 */
@NullMarked
package dev.muster.application.user;

import org.jspecify.annotations.NullMarked;
