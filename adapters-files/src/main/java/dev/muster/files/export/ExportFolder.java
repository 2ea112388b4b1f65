package dev.muster.files.export;

import java.nio.file.Path;

/** Where the files of exports lie. Made when the first is written. */
public record ExportFolder(Path path) {}
