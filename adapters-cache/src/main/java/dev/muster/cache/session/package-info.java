/**
 * Remembers in this process who stands behind a session.
 * Other nodes remember for themselves; whoever hears of changes there says here what is to be forgotten.
 */
@NullMarked
package dev.muster.cache.session;

import org.jspecify.annotations.NullMarked;
