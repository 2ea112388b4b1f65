package dev.muster.domain.document;

/**
 * Shows how one text differs from another, as POSIX {@code diff -u} does (requirement D2). Thread-safe.
 *
 * <p>Lines end with a line feed; a carriage return before it is part of the line. The result, given to {@code patch}
 * with the older text, gives the newer one, byte for byte.
 */
@FunctionalInterface
public interface UnifiedDiff {

    /** How many lines that did not change stand around those that did. */
    int CONTEXT = 3;

    /**
     * The difference, with {@value #CONTEXT} lines of context, and {@code \ No newline at end of file} where a text ends
     * without one; empty if the texts are equal. It is made small within a bounded time; texts that would take longer
     * keep their common beginning and end, and all between is replaced.
     */
    String between(Side older, Side newer);

    /**
     * One of the two texts.
     *
     * @param file what stands as the file's name in the head of the difference, one line
     * @param revision what stands after the name, where other programs have the file's time, one line
     */
    record Side(String file, String revision, String text) {}
}
