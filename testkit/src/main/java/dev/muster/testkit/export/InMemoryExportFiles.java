package dev.muster.testkit.export;

import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Files of exports in memory. */
public final class InMemoryExportFiles implements ExportFiles {

    private final Map<ExportFileName, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger reading = new AtomicInteger();

    @Override
    public Draft begin(ExportFileName name) {
        return new MemoryDraft(name);
    }

    @Override
    public OptionalLong size(ExportFileName name) {
        byte[] bytes = files.get(name);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public Optional<InputStream> open(ExportFileName name, long offset, long length) {
        return Optional.ofNullable(files.get(name)).map(bytes -> {
            int from = (int) Math.min(offset, bytes.length);
            return new Reading(new ByteArrayInputStream(bytes, from, (int) Math.min(length, bytes.length - from)));
        });
    }

    /** How many were opened and are not closed. */
    public int beingRead() {
        return reading.get();
    }

    @Override
    public void delete(ExportFileName name) {
        files.remove(name);
    }

    @Override
    public List<ExportFileName> findAfter(@Nullable ExportFileName after, int limit) {
        return files.keySet().stream()
                .filter(name -> after == null || name.value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(ExportFileName::value))
                .limit(limit)
                .toList();
    }

    private final class Reading extends FilterInputStream {

        private final AtomicBoolean open = new AtomicBoolean(true);

        private Reading(InputStream bytes) {
            super(bytes);
            reading.incrementAndGet();
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (open.getAndSet(false)) {
                reading.decrementAndGet();
            }
        }
    }

    private final class MemoryDraft implements Draft {

        private final ExportFileName name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private MemoryDraft(ExportFileName name) {
            this.name = name;
        }

        @Override
        public OutputStream out() {
            return bytes;
        }

        @Override
        public Scratch scratch() {
            return new MemoryScratch(new ByteArrayOutputStream());
        }

        @Override
        public void keep() {
            files.put(name, bytes.toByteArray());
        }

        @Override
        public void close() {
            bytes.reset();
        }
    }

    private record MemoryScratch(ByteArrayOutputStream out) implements Scratch {

        @Override
        public void copyTo(OutputStream target) {
            try {
                out.writeTo(target);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
