/**
 * People with an account: who they are, how they prove it, what they tell about themselves.
 * Signing in and staying signed in belong to the session package.
 */
@NullMarked
package dev.muster.domain.user;

import org.jspecify.annotations.NullMarked;
