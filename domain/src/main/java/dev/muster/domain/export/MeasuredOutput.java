package dev.muster.domain.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes bytes on, and notes their number and their checksum. Belongs to one thread. Closing it leaves the target open. */
public final class MeasuredOutput extends OutputStream {

    private final OutputStream target;
    private final MessageDigest digest;
    private long bytes;

    public MeasuredOutput(OutputStream target) {
        this.target = target;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void write(int single) throws IOException {
        target.write(single);
        digest.update((byte) single);
        bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        target.write(source, offset, length);
        digest.update(source, offset, length);
        bytes += length;
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    /** What was written since the beginning, under a name. Asked for once, at the end. */
    public ManifestEntry entry(String path) {
        return new ManifestEntry(path, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
