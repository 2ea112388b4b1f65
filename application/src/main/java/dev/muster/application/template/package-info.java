/**
 * Templates of tasks: making, reading, changing and deleting one's own, and applying them to stories.
 * The template that comes with Muster is read and applied like one's own, and never changed.
 */
@NullMarked
package dev.muster.application.template;

import org.jspecify.annotations.NullMarked;
