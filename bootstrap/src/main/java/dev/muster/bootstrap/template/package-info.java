/**
 * Wiring of templates of tasks.
 * Nothing else than the use cases is made here.
 */
@NullMarked
package dev.muster.bootstrap.template;

import org.jspecify.annotations.NullMarked;
