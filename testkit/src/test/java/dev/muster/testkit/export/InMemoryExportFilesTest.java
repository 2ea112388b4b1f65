package dev.muster.testkit.export;

import dev.muster.domain.export.ExportFiles;

final class InMemoryExportFilesTest implements ExportFilesContract {

    private final InMemoryExportFiles files = new InMemoryExportFiles();

    @Override
    public ExportFiles files() {
        return files;
    }
}
