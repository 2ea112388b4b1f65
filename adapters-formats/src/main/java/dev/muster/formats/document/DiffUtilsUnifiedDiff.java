package dev.muster.formats.document;

import com.github.difflib.UnifiedDiffUtils;
import dev.muster.domain.document.UnifiedDiff;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Differences as java-diff-utils writes them, with the end that each line really has. */
@Singleton
final class DiffUtilsUnifiedDiff implements UnifiedDiff {

    private static final String NO_NEWLINE = "\n\\ No newline at end of file\n";

    @Override
    public String between(Side older, Side newer) {
        List<String> before = lines(older.text());
        List<String> after = lines(newer.text());
        return UnifiedDiffUtils.generateUnifiedDiff(
                        head(older), head(newer), before, Changes.between(before, after), CONTEXT)
                .stream()
                .map(DiffUtilsUnifiedDiff::ended)
                .collect(Collectors.joining());
    }

    private static String head(Side side) {
        return side.file() + "\t" + side.revision() + "\n";
    }

    /** The lines with their ends, so that a last line without one is another line. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** The library ends no line; those of the texts bring the end they have, if any, and a place of changes has none. */
    private static String ended(String line) {
        if (line.endsWith("\n")) {
            return line;
        }
        return line + (line.startsWith("@@") ? "\n" : NO_NEWLINE);
    }
}
