/**
 * The beans that every feature's factory builds on.
 * Settings become domain policies here.
 */
@NullMarked
package dev.muster.bootstrap.shared;

import org.jspecify.annotations.NullMarked;
