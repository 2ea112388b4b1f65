package dev.muster.domain.export;

/**
 * One file of an export.
 *
 * @param path inside the archive, or the name of the one file; relative, with slashes
 * @param bytes its length
 * @param sha256 its checksum (FIPS 180-4), 64 hexadecimal digits in lower case
 */
public record ManifestEntry(String path, long bytes, String sha256) {}
