package dev.muster.formats.template;

import java.io.Writer;

/** Keeps the beginning of what is written, and stops the writing when it has enough. */
final class BoundedWriter extends Writer {

    private final StringBuilder kept = new StringBuilder();
    private int room;

    /** @param maxLength in characters, which are code points */
    BoundedWriter(int maxLength) {
        this.room = maxLength;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end && room > 0) {
            int character = Character.codePointAt(characters, at, end);
            kept.appendCodePoint(character);
            at += Character.charCount(character);
            room--;
        }
        if (at < end) {
            throw new FullException();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return kept.toString();
    }

    /** Ends the work of the library, which knows no other end. */
    static final class FullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FullException() {
            super("There is no more room.", null, false, false);
        }
    }
}
