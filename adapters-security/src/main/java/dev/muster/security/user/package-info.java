/**
 * Passwords hashed with Argon2id: by libsodium's native code where it loads, by Bouncy Castle everywhere else; and the list
 * of those that nobody may choose. docs/adr/0003-password-hashing.md has the figures behind this choice.
 */
@NullMarked
package dev.muster.security.user;

import org.jspecify.annotations.NullMarked;
