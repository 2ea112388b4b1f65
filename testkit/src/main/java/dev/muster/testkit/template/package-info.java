/**
 * Contracts, fixtures and adapters in memory for templates of tasks.
 * The stores know whose templates they are as the real ones do.
 */
@NullMarked
package dev.muster.testkit.template;

import org.jspecify.annotations.NullMarked;
