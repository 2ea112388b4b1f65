/**
 * Joining and one's own profile over HTTP.
 * Signing in belongs to the session package.
 */
@NullMarked
package dev.muster.web.user;

import org.jspecify.annotations.NullMarked;
