package dev.muster.files.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Some bytes of an open file, from one place to another. */
final class PartOfFile extends InputStream {

    private final FileChannel channel;
    private long left;

    /** @param length how many bytes at most */
    PartOfFile(FileChannel channel, long offset, long length) throws IOException {
        this.channel = channel.position(offset);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int read = channel.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, left)));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
