package dev.muster.bootstrap.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why the file system refused a file or a folder, in words that end a sentence for whoever runs Muster. */
public final class RefusedFile {

    private RefusedFile() {}

    /** Nothing of what a file holds. */
    public static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException e -> "permission denied for " + e.getFile();
            case FileAlreadyExistsException e -> e.getFile() + " is not a folder";
            case NoSuchFileException e -> "there is no " + e.getFile();
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case CharacterCodingException e -> "it is not text in UTF-8";
            default -> Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        };
    }
}
