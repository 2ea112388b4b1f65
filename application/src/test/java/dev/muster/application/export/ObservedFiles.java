package dev.muster.application.export;

import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files of exports, where something happens before one is deleted. */
record ObservedFiles(ExportFiles files, Consumer<ExportFileName> beforeDeletion) implements ExportFiles {

    @Override
    public void delete(ExportFileName name) {
        beforeDeletion.accept(name);
        files.delete(name);
    }

    @Override
    public Draft begin(ExportFileName name) {
        return files.begin(name);
    }

    @Override
    public OptionalLong size(ExportFileName name) {
        return files.size(name);
    }

    @Override
    public Optional<InputStream> open(ExportFileName name, long offset, long length) {
        return files.open(name, offset, length);
    }

    @Override
    public List<ExportFileName> findAfter(@Nullable ExportFileName after, int limit) {
        return files.findAfter(after, limit);
    }
}
