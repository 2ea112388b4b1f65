package dev.muster.testkit.document;

import dev.muster.domain.document.UnifiedDiff;
import java.util.List;
import java.util.stream.Stream;

/** The difference as one change: what is between the common beginning and the common end is replaced. */
public final class PlainUnifiedDiff implements UnifiedDiff {

    @Override
    public String between(Side older, Side newer) {
        if (older.text().equals(newer.text())) {
            return "";
        }
        List<String> before = lines(older.text());
        List<String> after = lines(newer.text());
        int shorter = Math.min(before.size(), after.size());
        int same = 0;
        while (same < shorter && before.get(same).equals(after.get(same))) {
            same++;
        }
        int end = 0;
        while (end < shorter - same
                && before.reversed().get(end).equals(after.reversed().get(end))) {
            end++;
        }
        int first = Math.max(0, same - CONTEXT);
        int left = Math.max(0, end - CONTEXT);
        List<String> removed = before.subList(same, before.size() - end);
        List<String> added = after.subList(same, after.size() - end);
        return head("--- ", older) + head("+++ ", newer)
                + "@@ -" + place(first, before.size() - left) + " +" + place(first, after.size() - left) + " @@\n"
                + marked(" ", before.subList(first, same))
                + marked("-", removed)
                + marked("+", added)
                + marked(" ", before.subList(before.size() - end, before.size() - left));
    }

    private static String head(String mark, Side side) {
        return mark + side.file() + "\t" + side.revision() + "\n";
    }

    /** The first line and how many; of none, the line before. */
    private static String place(int start, int end) {
        return (end > start ? start + 1 : start) + "," + (end - start);
    }

    private static String marked(String mark, List<String> lines) {
        StringBuilder marked = new StringBuilder();
        for (String line : lines) {
            marked.append(mark).append(line).append(line.endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
        }
        return marked.toString();
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("(?<=\n)")).filter(line -> !line.isEmpty()).toList();
    }
}
