/**
 * Remembers people in this process and, where there is one, in Redis for all nodes.
 * Whoever hears of changes on other nodes says here who is to be forgotten.
 */
@NullMarked
package dev.muster.cache.user;

import org.jspecify.annotations.NullMarked;
