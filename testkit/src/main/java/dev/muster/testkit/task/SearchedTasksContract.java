package dev.muster.testkit.task;

import static dev.muster.testkit.task.FilterFixture.text;
import static dev.muster.testkit.task.TaskFixture.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskOrder;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of the {@link TaskDirectoryContract} that says which texts find which tasks (requirement C2). */
public interface SearchedTasksContract extends TaskDirectoryStage {

    @Test
    default void partOfATitleFindsIt() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).title("Paint the fence"));
        stored(aTask(owner).title("Water the plants"));

        assertMeant(owner, text("Paint the fence"), task);
        assertMeant(owner, text("fence"), task);
        assertMeant(owner, text("ain"), task);
        assertMeant(owner, text("nt the fe"), task);
        assertMeant(owner, text("fences"));
    }

    @Test
    default void partOfADescriptionFindsNothingButItsWordsDo() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).description("first coat\nthen the second"));

        assertMeant(owner, text("second"), task);
        assertMeant(owner, text("coat second first"), task);
        assertMeant(owner, text("econd"));
        assertMeant(owner, text("coat third"));
    }

    @Test
    default void wordsAreFoundInTitleAndDescriptionInAnyOrder() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).title("Paint the fence").description("in green, not in blue"));
        stored(aTask(owner).title("Paint the door").description("in blue"));

        assertMeant(owner, text("green fence"), task);
        assertMeant(owner, text("FENCE paint"), task);
        assertMeant(owner, text("blue, fence!"), task);
        assertMeant(owner, text("green door"));
        assertMeant(owner, text("gree fen"));
    }

    @Test
    default void caseMakesNoDifferenceInAnyScript() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).title("Zäune Жуков Ωμέγα").description("Ørsted"));

        assertMeant(owner, text("ZÄUNE жУКОВ"), task);
        assertMeant(owner, text("ΩΜΈΓΑ"), task);
        assertMeant(owner, text("øRSTED zäune"), task);
        assertMeant(owner, text("uko"));
    }

    @Test
    default void formsOfTheSameLetterMakeNoDifference() {
        UserId owner = storedUser();
        Task composed = stored(aTask(owner).title("Zo\u00eb calls"));
        Task decomposed = stored(aTask(owner).title("Zoe\u0308 calls"));

        assertMeant(owner, text("zo\u00eb c"), composed, decomposed);
        assertMeant(owner, text("ZOE\u0308 CALLS"), composed, decomposed);
        assertMeant(owner, text("\uff3a\uff4f\u00eb"), composed, decomposed);
        assertMeant(owner, text("zoe"));
    }

    @Test
    default void textOfOneOrTwoCharactersMeansWords() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).title("Buy 2 kg of 李子").description("or x"));
        stored(aTask(owner).title("Buy 20 kgs of fox"));

        assertMeant(owner, text("2"), task);
        assertMeant(owner, text("KG"), task);
        assertMeant(owner, text("x"), task);
        assertMeant(owner, text("李子"), task);
        assertMeant(owner, text("ox"));
    }

    @Test
    default void lettersWithoutSpacesBetweenWordsAreFoundAsParts() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).title("李小龍のたこ🚀です"));

        assertMeant(owner, text("小龍の"), task);
        assertMeant(owner, text("たこ🚀"), task);
        assertMeant(owner, text("龍小の"));
    }

    @Test
    default void charactersOfPatternsMeanThemselves() {
        UserId owner = storedUser();
        Task percent = stored(aTask(owner).title("save 50% now"));
        Task underscore = stored(aTask(owner).title("call do_it now"));
        Task backslash = stored(aTask(owner).title("open C:\\temp now"));

        assertMeant(owner, text("now"), percent, underscore, backslash);
        assertMeant(owner, text("50%"), percent);
        assertMeant(owner, text("do_i"), underscore);
        assertMeant(owner, text("C:\\t"), backslash);
        assertMeant(owner, text("%ow"));
        assertMeant(owner, text("n_w"));
        assertMeant(owner, text("%%%"));
        assertMeant(owner, text("___"));
        assertMeant(owner, text("\\\\\\"));
    }

    @Test
    default void charactersOfQueriesAndStatementsAreNoError() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).title("Ask O'Neill & sons (twice)"));
        List<String> awkward = List.of(
                "'",
                "\"",
                "\\",
                "%",
                "_",
                "&",
                "|",
                "!",
                "<->",
                ":*",
                "(",
                ")",
                "🚀",
                "' or true --",
                "?",
                "\"a",
                "-",
                "a & | b",
                "!!",
                "((()",
                "or",
                "and not",
                "$1",
                "%s",
                "\u200b\u200b\u200b",
                "\ufffd");

        assertMeant(owner, text("O'NEILL & S"), task);
        assertMeant(owner, text("(twice)"), task);
        for (String text : awkward) {
            assertThat(listed(owner, text(text), TaskOrder.NEWEST_FIRST))
                    .as(text)
                    .hasSize((int) count(owner, text(text)));
            assertThat(listed(owner, text(text), TaskOrder.BEST_FIRST)).as(text).hasSizeLessThan(2);
        }
    }

    @Test
    default void changedTextsAreFoundAsTheyAreNow() {
        UserId owner = storedUser();
        Task task = stored(aTask(owner).title("Paint the fence").description("green"));
        Task changed = updated(task.with(
                aTask(owner).title("Mow the lawn").description("short").details(), null, TestClock.START));

        assertMeant(owner, text("fence"));
        assertMeant(owner, text("green"));
        assertMeant(owner, text("lawn short"), changed);
    }

    @Test
    default void trashIsSearchedApart() {
        UserId owner = storedUser();
        Task live = stored(aTask(owner).title("Paint the fence"));
        Task deleted = updated(stored(aTask(owner).title("Paint the door")).deleted(TestClock.START));

        assertMeant(owner, text("paint"), live);
        assertMeant(owner, FilterFixture.aFilter().containing("paint").deleted().build(), deleted);
    }

    @Test
    default void otherPeoplesTasksAreNotFound() {
        UserId owner = storedUser();
        stored(aTask(storedUser()).title("Paint the fence"));
        Task own = stored(aTask(owner).title("Repair the fence"));

        assertMeant(owner, text("fence"), own);
        assertMeant(owner, text("paint"));
    }
}
