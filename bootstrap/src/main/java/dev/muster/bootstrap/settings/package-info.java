/**
 * What a person sets from outside, read once at the start and checked before anything runs.
 * A setting that cannot be used ends the start with one sentence, a {@link dev.muster.bootstrap.settings.StartupFailure}.
 */
@NullMarked
package dev.muster.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
