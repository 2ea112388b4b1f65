package dev.muster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that name a test for what they claim name tests that there are. */
final class SecurityTableTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|Contract))(?:\\.([a-z]\\w*))?`");
    private static final Pattern REQUIREMENT = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+ .+");
    private static final Pattern RULE = Pattern.compile("BR-[0-9]{3}");
    /** Of V6 to V9 and V10.4 all of levels 1 and 2, with 6.3.8 and 8.3.2. */
    private static final int REQUIREMENTS = 80;

    private static final int RULES = 25;

    @ParameterizedTest
    @ValueSource(strings = {"security.md", "flows.md"})
    void namedTestsExist(String page) throws IOException {
        Map<String, String> sources = testSources();
        List<MatchResult> named = NAMED.matcher(read(page)).results().toList();

        assertThat(named).isNotEmpty().allSatisfy(test -> {
            assertThat(sources).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(sources.get(test.group(1))).contains("void " + test.group(2) + "(");
            }
        });
    }

    @Test
    void everyRequirementStandsOnceAndSaysHowItIsMet() throws IOException {
        List<List<String>> rows = rows("security.md", REQUIREMENT);

        assertThat(rows.stream().map(row -> row.getFirst().split(" ", 2)[0]).toList())
                .hasSize(REQUIREMENTS)
                .doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(SecurityTableTest::assertHonest);
    }

    @Test
    void everyRuleStandsOnceAndSaysHowItIsProven() throws IOException {
        List<List<String>> rows = rows("flows.md", RULE);

        assertThat(rows.stream().map(List::getFirst).toList()).hasSize(RULES).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(SecurityTableTest::assertHonest);
    }

    /** What is met, wholly or partly, has a proof; what is not has none. */
    private static void assertHonest(List<String> row) {
        String how = row.get(1);
        String proof = row.get(2);
        assertThat(how).matches("\\*\\*(Met|Partly|Not yet|Not applicable)\\.\\*\\*.*");
        if (how.startsWith("**Met") || how.startsWith("**Partly")) {
            assertThat(proof).matches("document|none: .+|(" + NAMED.pattern() + " ?)+");
        } else {
            assertThat(proof).isEmpty();
        }
    }

    private static List<List<String>> rows(String page, Pattern first) throws IOException {
        return read(page)
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .filter(cells -> first.matcher(cells.getFirst()).matches())
                .toList();
    }

    private static String read(String page) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(page));
    }

    /** Tests, and the contracts of the test kit, by their name. */
    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<Path> folders = modules.flatMap(module ->
                            Stream.of("src/test/java", "src/main/java").map(module::resolve))
                    .filter(Files::isDirectory)
                    .toList();
            return folders.stream()
                    .flatMap(SecurityTableTest::filesOf)
                    .filter(file -> file.toString().matches(".*(Test|Contract)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityTableTest::text,
                            String::concat));
        }
    }

    private static Stream<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
