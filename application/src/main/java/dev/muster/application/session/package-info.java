/**
 * Signing in, staying signed in, signing out, and telling who a request speaks for.
 * Opening an account belongs to the user package.
 */
@NullMarked
package dev.muster.application.session;

import org.jspecify.annotations.NullMarked;
