package dev.muster.application.document;

/**
 * How one version of a document differs from another.
 *
 * @param from the number of the version that it begins with
 * @param to the number of the version that it leads to
 * @param unified in the unified format; empty if they say the same
 */
public record DocumentDiff(int from, int to, String unified) {}
