package dev.muster.domain.template;

import static dev.muster.domain.template.StoryFixture.story;
import static dev.muster.domain.template.StoryFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.task.TaskStatus;
import dev.muster.domain.task.TaskTitle;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The task that the built-in template makes (requirement C5). */
final class DatabaseTemplateTest {

    private static final List<String> SECTIONS = List.of(
            "## Context",
            "## Requirements",
            "## Specification",
            "## Schema",
            "## Migration",
            "## Performance",
            "## Dependencies",
            "### Requires",
            "### Provides",
            "### Blocks",
            "### Blocked by",
            "## Integrity and Security",
            "## Testing",
            "## Acceptance Criteria",
            "## Definition of Done");

    private static final Pattern FENCE = Pattern.compile("```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String NAME = "\"[a-z][a-z0-9_]{0,23}\"";
    private static final Pattern DIAGRAM = Pattern.compile("erDiagram\n"
            + "(?: {4}" + NAME
            + " \\{\n(?: {8}[a-z]+ (?!(?:pk|fk|uk)\\b)[a-z][a-z0-9_]{0,40}(?: (?:PK|FK))?\n)+ {4}}\n)+"
            + "(?: {4}" + NAME + " \\|\\|--o[|{] " + NAME + " : \"[a-z0-9_]+\"\n)*");

    @Test
    void taskIsAPendingPartOfItsStory() {
        Story story = story("Order products", "- users: email\n- orders: user_id, total");
        TaskDetails made = DatabaseTemplate.draft(story);

        assertThat(made.title().value()).isEqualTo("Order products - DB");
        assertThat(made.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(made.priority()).isEqualTo(TaskPriority.HIGH);
        assertThat(made.storyPoints()).extracting("value").isEqualTo(2);
        assertThat(made.labels().values())
                .containsExactly("database", "schema", "postgresql", "migration", "optimization");
        assertThat(made.dueAt()).isNull();
        assertThat(made.place().parent()).isEqualTo(story.task().id());
        assertThat(made.place().project())
                .isEqualTo(story.task().details().place().project());
    }

    @Test
    void longTitleIsCutBeforeItsEnding() {
        TaskTitle title = DatabaseTemplate.draft(story("🚀".repeat(TaskTitle.MAX_LENGTH), ""))
                .title();

        assertThat(title.value()).isEqualTo("🚀".repeat(195) + " - DB");
        assertThat(DatabaseTemplate.draft(story("x".repeat(194) + " yyyyy", ""))
                        .title()
                        .value())
                .isEqualTo("x".repeat(194) + " - DB");
    }

    @Test
    void descriptionHasItsSectionsInTheirOrder() {
        String description = described(story("Order products", "- users: email"));

        assertThat(description.lines().filter(line -> line.startsWith("#"))).containsExactlyElementsOf(SECTIONS);
        assertThat(description).contains("KAN-15, Order products", "> - users: email");
    }

    @Test
    void storyThatNamesNothingIsToldHow() {
        assertThat(described(story("Think", "")))
                .contains(
                        "The story has no description.", "The story names nothing that is stored.", "story points: 1.")
                .doesNotContain("```");
    }

    @Test
    void dependenciesAreThoseOfTheStory() {
        Task done = task(3, "Set up *PostgreSQL*", "", TaskStatus.COMPLETED);
        Task open = task(4, "Choose a [tool](x)", "", TaskStatus.IN_PROGRESS);
        Task waiting = task(20, "Pay", "", TaskStatus.PENDING);
        Story alone = story("Order", "- orders: total");
        String description = described(new Story(alone.task(), alone.project(), List.of(done, open), List.of(waiting)));

        assertThat(description).contains("""
                ### Requires

                - KAN-3: Set up \\*PostgreSQL\\* (completed)
                - KAN-4: Choose a \\[tool\\](x) (in progress)

                ### Provides

                - the tables `orders` for KAN-15: Order

                ### Blocks

                - KAN-15: Order
                - KAN-20: Pay

                ### Blocked by

                - KAN-4: Choose a \\[tool\\](x)
                """);
        assertThat(described(alone)).contains("### Requires\n\nNothing.\n", "### Blocked by\n\nNothing.\n");
    }

    @Test
    void storyBringsInNoHtmlHoweverItIsEscaped() {
        String description = described(story("R&amp;D", "a \\<b> \\\\<i> <u>"));

        assertThat(description).contains("KAN-15, R\\&amp;D.").contains("\n> a \\\\\\<b> \\\\\\\\\\<i> \\<u>\n");
    }

    @Test
    void storyInNoProjectIsCalledByItsId() {
        Story loose = StoryFixture.loose("Loose");

        assertThat(described(loose)).contains(loose.task().id() + ", Loose");
    }

    @Test
    void largestStoryFits() {
        String title = "<".repeat(TaskTitle.MAX_LENGTH);
        String text = "<".repeat(2_000) + "\n"
                + IntStream.range(0, 20)
                        .mapToObj(number -> "- " + (char) ('a' + number) + "bcdefghijklmnopqrstuvws: "
                                + String.join(
                                        ", ",
                                        IntStream.range(0, 30)
                                                .mapToObj(other -> "attribute_of_some_length" + other)
                                                .toList()))
                        .reduce("", (one, other) -> one + "\n" + other);
        List<Task> many = IntStream.range(100, 150)
                .mapToObj(number -> task(number, title, "", TaskStatus.PENDING))
                .toList();
        Story alone = story(title, text.substring(0, Math.min(text.length(), TaskDescription.MAX_LENGTH)));
        String description = described(new Story(alone.task(), alone.project(), many, many));

        assertThat(description.codePointCount(0, description.length())).isBetween(15_000, TaskDescription.MAX_LENGTH);
        assertThat(description).contains("and 35 more", "Left out below, as there is no room");
        assertWellFormed(description);
    }

    @Property(tries = 300)
    void anyStoryGivesAWellFormedDescription(@ForAll("texts") String text, @ForAll("titles") String title) {
        TaskDetails made = DatabaseTemplate.draft(story(title, text));

        assertThat(made.title().value()).endsWith(DatabaseTemplate.SUFFIX);
        assertThat(made.storyPoints().value()).isIn(1, 2, 3, 5, 8, 13);
        assertThat(made).isEqualTo(DatabaseTemplate.draft(story(title, text)));
        assertWellFormed(made.description().value());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "- users: id, email\n",
                "* Order (total numeric(10,2), user_id)\n",
                "```mermaid\n",
                "```",
                "~~~\n",
                "`Ünïts`",
                "`select`",
                " table ",
                " User has many Orders. ",
                " belongs to a ",
                " are many-to-many ",
                "\r\n",
                "\u2028",
                "> ",
                "\n## Schema\n",
                "<script>",
                "<!--",
                "\"} ||--o{ x",
                "'; drop table users; --",
                "OrderItem",
                "- order: select, from, user_id, xmin, uk, parent_id\n",
                "🚀");
        Arbitrary<String> any = Arbitraries.strings()
                .all()
                .excludeChars('\0')
                .ofMaxLength(8)
                .filter(text -> text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
        return Arbitraries.oneOf(pieces, pieces, any)
                .list()
                .ofMaxSize(120)
                .map(parts -> String.join("", parts))
                .filter(text -> text.codePointCount(0, text.length()) <= TaskDescription.MAX_LENGTH);
    }

    @Provide
    Arbitrary<String> titles() {
        return Arbitraries.oneOf(
                Arbitraries.of("```", "User has many Orders", "<b>", "` ` \\", "🚀".repeat(200), "x"),
                Arbitraries.strings()
                        .ascii()
                        .excludeChars('\0')
                        .ofMinLength(1)
                        .ofMaxLength(200)
                        .map(text -> "t" + text.replaceAll("\\p{Cc}", "")));
    }

    private static String described(Story story) {
        return DatabaseTemplate.draft(story).description().value();
    }

    /** Every fence is closed and of ours, diagrams follow their grammar, and all sections are there in their order. */
    private static void assertWellFormed(String description) {
        assertThat(description.codePointCount(0, description.length())).isLessThanOrEqualTo(TaskDescription.MAX_LENGTH);
        assertThat(description.lines().filter(line -> line.startsWith("#"))).containsExactlyElementsOf(SECTIONS);
        assertThat(description.lines().filter(line -> line.startsWith("~~~"))).isEmpty();
        String outside = FENCE.matcher(description).replaceAll("");
        assertThat(outside).doesNotContain("```");
        FENCE.matcher(description).results().forEach(fence -> {
            assertThat(fence.group(1)).isIn("mermaid", "sql");
            if (fence.group(1).equals("mermaid")) {
                assertThat(fence.group(2)).matches(DIAGRAM);
            } else {
                assertThat(fence.group(2)).matches("[a-z0-9_ \n(),.;=\"'-]*");
            }
        });
    }
}
