package dev.muster.domain.export;

import java.util.List;

/**
 * What an export has become.
 *
 * @param whole the file that is kept, under its {@link ExportFileName}
 * @param manifest the files in the archive, or the one file where it is none, under names for people
 */
public record ExportedFile(ManifestEntry whole, List<ManifestEntry> manifest) {

    public ExportedFile {
        manifest = List.copyOf(manifest);
    }
}
