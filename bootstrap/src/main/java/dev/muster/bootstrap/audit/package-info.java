/**
 * Builds the use cases of the audit log.
 * It sees ports only.
 */
@NullMarked
package dev.muster.bootstrap.audit;

import org.jspecify.annotations.NullMarked;
