/**
 * The formats of exports: archive, JSON, table and text for people.
 * All of them are written as they are read, so a great project takes no more memory than a small one.
 */
@NullMarked
package dev.muster.formats.export;

import org.jspecify.annotations.NullMarked;
