package dev.muster.files.export;

import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.ExportFiles;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files of exports in a folder, for Muster's own user only. What is being written lies in a folder of its own below, under
 * the same file system, and is moved into place in one step.
 */
@Singleton
final class FolderExportFiles implements ExportFiles {

    private static final String DRAFTS = "drafts";

    private final Path folder;

    FolderExportFiles(ExportFolder folder) {
        this.folder = folder.path();
    }

    @Override
    public Draft begin(ExportFileName name) {
        try {
            Path drafts = draft(name);
            FolderDraft.remove(drafts);
            return FolderDraft.begin(drafts, file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public OptionalLong size(ExportFileName name) {
        try {
            var attributes = Files.readAttributes(file(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? OptionalLong.of(attributes.size()) : OptionalLong.empty();
        } catch (NoSuchFileException unknown) {
            return OptionalLong.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Optional<InputStream> open(ExportFileName name, long offset, long length) {
        try {
            FileChannel channel = FileChannel.open(file(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new PartOfFile(channel, offset, length));
        } catch (NoSuchFileException unknown) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void delete(ExportFileName name) {
        try {
            Files.deleteIfExists(file(name));
            FolderDraft.remove(draft(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<ExportFileName> findAfter(@Nullable ExportFileName after, int limit) {
        return Stream.concat(names(folder), names(folder.resolve(DRAFTS)))
                .flatMap(name -> ExportFileName.parse(name).stream())
                .filter(name -> after == null || name.value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(ExportFileName::value))
                .distinct()
                .limit(limit)
                .toList();
    }

    private static Stream<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (NoSuchFileException notYet) {
            return Stream.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(ExportFileName name) {
        return folder.resolve(name.value());
    }

    private Path draft(ExportFileName name) {
        return folder.resolve(DRAFTS).resolve(name.value());
    }
}
