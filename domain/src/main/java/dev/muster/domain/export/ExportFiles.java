package dev.muster.domain.export;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of exports are kept, the same for all nodes (requirement D4). Thread-safe. Every call, also on a draft,
 * throws {@link java.io.UncheckedIOException} when the storage fails.
 */
public interface ExportFiles {

    /** Begins a file, in place of what was begun under the name before. Nobody sees it before it is kept. */
    Draft begin(ExportFileName name);

    /** How many bytes a file has that was kept; empty if there is no such file. */
    OptionalLong size(ExportFileName name);

    /**
     * The bytes of a file from a place on; to be closed by the caller.
     *
     * @param offset of the first byte, 0 or more; beyond the end nothing comes
     * @param length how many bytes at most, 0 or more
     * @return empty if there is no such file
     */
    Optional<InputStream> open(ExportFileName name, long offset, long length);

    /** Removes a file and what was left of attempts to write it. Who is reading it may go on. Nothing happens if there is none. */
    void delete(ExportFileName name);

    /**
     * The names under which something is kept or was left, in the order of their texts.
     *
     * @param after the name after which to begin, or null for the first
     * @param limit how many at most, 1 to 1000
     */
    List<ExportFileName> findAfter(@Nullable ExportFileName after, int limit);

    /** A file that is being written; belongs to one thread. */
    interface Draft extends AutoCloseable {

        /** Takes the bytes of the file; the same one at every call, buffered, closed with the draft. */
        OutputStream out();

        /** Room beside the file, for what is known too early. Goes with the draft. */
        Scratch scratch();

        /** Ends the file. It is there from now on, whole, even if the machine fails the next moment. */
        void keep();

        /** Removes everything that was not kept. */
        @Override
        void close();
    }

    /** Bytes that are put aside: all are written first, then read once. */
    interface Scratch {

        /** Takes bytes; the same one at every call, buffered. */
        OutputStream out();

        /** Ends the writing, and copies everything to a place, which stays open. */
        void copyTo(OutputStream target);
    }
}
