package dev.muster.testkit.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a database is and who may enter.
 *
 * @param server host and port, as a URL has them
 * @param options of the connection, such as {@code sslmode=require}, joined by an ampersand; may be empty
 */
record DatabaseUrl(String server, String database, String user, String password, String options) {

    /**
     * Reads {@code postgresql://user:password@host:port/database?option=value}, with {@code postgres:} and
     * {@code jdbc:postgresql:} in place of {@code postgresql:} too, and {@code user} and {@code password} as options.
     *
     * @throws IllegalArgumentException if it is no such URL; says so without the password
     */
    static DatabaseUrl parse(String text) {
        String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        if (!plain.matches("postgres(ql)?://[^/?#]+/[^/?#]+(\\?[^#]*)?")) {
            throw new IllegalArgumentException("not of the form postgresql://user:password@host:port/database");
        }
        URI uri = URI.create(plain);
        String authority = uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String[] login = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        String user = login.length > 0 ? decode(login[0]) : "";
        String password = login.length > 1 ? decode(login[1]) : "";
        List<String> options = new ArrayList<>();
        for (String option :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            if (option.startsWith("user=")) {
                user = decode(option.substring("user=".length()));
            } else if (option.startsWith("password=")) {
                password = decode(option.substring("password=".length()));
            } else if (!option.isEmpty()) {
                options.add(option);
            }
        }
        String database = uri.getRawPath().substring(1);
        return new DatabaseUrl(authority.substring(at + 1), database, user, password, String.join("&", options));
    }

    DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(server, name, user, password, options);
    }

    /** For the driver; user and password are given beside it. */
    String jdbc() {
        return "jdbc:postgresql://" + server + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    @Override
    public String toString() {
        return jdbc();
    }
}
