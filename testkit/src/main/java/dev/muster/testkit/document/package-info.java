/**
 * Contracts of the ports of documents with their adapters in memory, and sample documents.
 * The contract of the store has parts: storing, versions, lists, and who sees what.
 */
@NullMarked
package dev.muster.testkit.document;

import org.jspecify.annotations.NullMarked;
