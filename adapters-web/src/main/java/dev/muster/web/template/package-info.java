/**
 * Templates of tasks over HTTP, and their application to stories.
 * The template that comes with Muster is shown among one's own.
 */
@NullMarked
package dev.muster.web.template;

import org.jspecify.annotations.NullMarked;
