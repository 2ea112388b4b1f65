package dev.muster.bootstrap.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * What came of a command in this JVM. Who runs one has to be alone, as it takes away input and output of the whole JVM.
 *
 * @param status of the process that it would be
 */
record Outcome(int status, String out, String err) {

    static Outcome of(String... arguments) {
        return fed("", arguments);
    }

    /** Of a command with something on standard input. */
    static Outcome fed(String input, String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
        System.setOut(new PrintStream(said, true, UTF_8));
        System.setErr(new PrintStream(complained, true, UTF_8));
        try {
            int status = MusterCommand.run(arguments);
            return new Outcome(status, said.toString(UTF_8), complained.toString(UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }
}
