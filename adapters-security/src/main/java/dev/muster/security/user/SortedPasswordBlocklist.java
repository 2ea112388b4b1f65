package dev.muster.security.user;

import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordBlocklist;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A sorted list of passwords in lower case, one a line, searched as the bytes that it is: 1.3 MB for 118,000 of them.
 * Beside the list, NOTICE.txt says where it is from.
 */
@Singleton
final class SortedPasswordBlocklist implements PasswordBlocklist {

    private static final String LIST = "common-passwords.txt.gz";

    /** Read when first asked, in some 20 ms, and kept. */
    private static final class Shipped {
        static final byte[] LINES = read(SortedPasswordBlocklist.class.getResourceAsStream(LIST));
    }

    @Override
    public boolean contains(Password password) {
        byte[] wanted = password.value().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        byte[] lines = Shipped.LINES;
        int low = 0;
        int high = lines.length;
        while (low < high) {
            int start = startOfLine(lines, (low + high) >>> 1, low);
            int end = endOfLine(lines, start);
            int order = Arrays.compareUnsigned(wanted, 0, wanted.length, lines, start, end);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                high = start;
            } else {
                low = end + 1;
            }
        }
        return false;
    }

    private static int startOfLine(byte[] lines, int within, int first) {
        int start = within;
        while (start > first && lines[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static int endOfLine(byte[] lines, int start) {
        int end = start;
        while (lines[end] != '\n') {
            end++;
        }
        return end;
    }

    /** @throws IllegalStateException if there is no list: passwords are not accepted unchecked */
    static byte[] read(@Nullable InputStream list) {
        if (list == null) {
            throw new IllegalStateException("The list of common passwords, " + LIST + ", is missing.");
        }
        try (InputStream unpacked = new GZIPInputStream(list)) {
            return unpacked.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException("The list of common passwords, " + LIST + ", is damaged.", damaged);
        }
    }
}
