package dev.muster.messaging.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** An SMTP server that answers what a test wants, and remembers what it heard. Serves one client at a time. */
final class ScriptedSmtp implements AutoCloseable {

    static final String GREETING = "";
    static final String END_OF_MAIL = ".";
    static final String HANG_UP = "hang up";
    /** Says a little, again and again, but never a whole line. */
    static final String DRIP = "drip";

    static final String SILENCE = "silence";

    /** Stands before what was heard under TLS. */
    static final String LOCK = "locked ";

    private final Map<String, String> answers = new HashMap<>(Map.of(
            GREETING,
            "220 mail.example.org",
            "EHLO",
            "250-mail.example.org\r\n250 AUTH PLAIN LOGIN",
            "HELO",
            "250 mail.example.org",
            "AUTH",
            "235 2.7.0 welcome",
            "DATA",
            "354 go on",
            "STARTTLS",
            "220 go on",
            "QUIT",
            "221 bye"));
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final SSLSocketFactory tls;
    private final boolean implicit;

    /**
     * @param deviations from a server to which everything is fine: the answer to a command
     * @param tls what STARTTLS begins
     * @param implicit whether TLS begins at once
     */
    ScriptedSmtp(Map<String, String> deviations, SSLSocketFactory tls, boolean implicit) {
        this.implicit = implicit;
        answers.putAll(deviations);
        this.tls = tls;
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The commands, without what follows the first word. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                if (implicit) {
                    greet(locked(client), LOCK);
                } else {
                    greet(client, "");
                }
            } catch (SocketException over) {
                heard.add("gone");
            } catch (IOException | InterruptedException e) {
                heard.add("broken: " + e);
            }
        }
    }

    private Socket locked(Socket client) throws IOException {
        SSLSocket locked = (SSLSocket) tls.createSocket(client, null, client.getPort(), true);
        locked.setUseClientMode(false);
        return locked;
    }

    private void greet(Socket client, String lock) throws IOException, InterruptedException {
        if (answer(client, GREETING)) {
            talk(client, lock);
        }
    }

    private void talk(Socket client, String lock) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            heard.add(lock + command);
            if (!answer(client, command)) {
                return;
            }
            if (command.equals("DATA") && answers.get(command).startsWith("354") && !mail(client, in)) {
                return;
            }
            if (command.equals("STARTTLS")) {
                talk(locked(client), LOCK);
                return;
            }
        }
    }

    private boolean mail(Socket client, BufferedReader in) throws IOException, InterruptedException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        return answer(client, END_OF_MAIL);
    }

    /** False if there is nothing more to say. */
    private boolean answer(Socket client, String command) throws IOException, InterruptedException {
        String answer = answers.getOrDefault(command, "250 2.0.0 fine");
        switch (answer) {
            case HANG_UP -> {
                return false;
            }
            case SILENCE -> {
                return client.getInputStream().read() != -1;
            }
            case DRIP -> drip(client.getOutputStream());
            default -> say(client.getOutputStream(), answer + "\r\n");
        }
        return true;
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            say(out, "2");
            Thread.sleep(50);
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
