/**
 * Joining, one's own account, and administration over HTTP.
 * Signing in belongs to the session package.
 */
@NullMarked
package dev.muster.web.user;

import org.jspecify.annotations.NullMarked;
