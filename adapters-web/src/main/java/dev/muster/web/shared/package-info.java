/**
 * What every route shares: who may come in, how bodies are read and written, how failures are answered.
 * Nothing here knows a feature.
 */
@NullMarked
package dev.muster.web.shared;

import org.jspecify.annotations.NullMarked;
