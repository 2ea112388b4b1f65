package dev.muster.bootstrap.command;

import dev.muster.bootstrap.settings.StartupFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A secret on standard input, as arguments can be read by every process. */
final class SecretInput {

    private SecretInput() {}

    /**
     * The first line, up to its end, so that who types it need not close the input.
     *
     * @param what it is called in what is told of it
     * @param mostBytes that are read
     * @throws StartupFailure if there is none, or it is not UTF-8
     */
    static String firstLine(InputStream in, String what, int mostBytes) {
        var bytes = new ByteArrayOutputStream();
        try {
            int next = in.read();
            while (next >= 0 && next != '\n' && bytes.size() < mostBytes) {
                bytes.write(next);
                next = in.read();
            }
            var line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            String text = line.toString().replaceFirst("\r$", "");
            if (text.isEmpty()) {
                throw new StartupFailure("No " + what + " came on standard input.");
            }
            return text;
        } catch (CharacterCodingException malformed) {
            throw new StartupFailure("The " + what + " on standard input is not UTF-8.", malformed);
        } catch (IOException broken) {
            throw new StartupFailure("Standard input can't be read.", broken);
        }
    }
}
