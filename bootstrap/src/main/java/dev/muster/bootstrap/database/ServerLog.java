package dev.muster.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What PostgreSQL has written to its logs since a start was tried: at first to the file that pg_ctl gives it, then to the files of its log folder. */
record ServerLog(Cluster cluster, String since) {
    /** As {@code log_line_prefix} begins every line (%m, in UTC): text that sorts by time. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private static final Pattern FAILURE = Pattern.compile("(?:FATAL|PANIC):\\s+(?<reason>.*)");

    static ServerLog fromNow(Cluster cluster) throws IOException {
        Files.deleteIfExists(cluster.startLog());
        return new ServerLog(cluster, TIME.format(Instant.now()));
    }

    /** The reason that PostgreSQL gave last, or where to look for one. */
    String failure() throws IOException {
        String reason = "see " + cluster.log();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                Matcher failure = FAILURE.matcher(line);
                if (line.compareTo(since) >= 0 && failure.find()) {
                    reason = failure.group("reason");
                }
            }
        }
        return reason;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(cluster.log())) {
            try (Stream<Path> logs = Files.list(cluster.log())) {
                files.addAll(logs.toList());
            }
        }
        if (Files.exists(cluster.startLog())) {
            files.add(cluster.startLog());
        }
        return files;
    }
}
