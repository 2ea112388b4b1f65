/**
 * Joining, what one tells about oneself, and what administrators do with accounts and roles.
 * Signing in belongs to the session package.
 */
@NullMarked
package dev.muster.application.user;

import org.jspecify.annotations.NullMarked;
