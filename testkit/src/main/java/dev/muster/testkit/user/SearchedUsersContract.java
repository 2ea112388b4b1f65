package dev.muster.testkit.user;

import static dev.muster.testkit.user.DirectoryStage.with;
import static dev.muster.testkit.user.UserFixture.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.user.User;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The part of the {@link UserDirectoryContract} that says which texts find whom (requirement A17). */
public interface SearchedUsersContract extends DirectoryStage {

    @Test
    default void partOfANameFindsWhoHasIt() {
        String word = word();
        User ann = stored(aUser().name("Anna " + word + " Example").build());

        assertMeant(with(word), ann);
        assertMeant(with(word.substring(0, 9)), ann);
        assertMeant(with(word.substring(4)), ann);
        assertMeant(with("na " + word + " Exam"), ann);
        assertMeant(with(word + "x"));
    }

    @Test
    default void partOfAUserNameOrAnAddressFindsWhoHasIt() {
        String word = word();
        User byUsername = stored(aUser().username("u." + word).build());
        User byEmail = stored(aUser().email("e-" + word + "@mail.example").build());

        assertMeant(with(word), byEmail, byUsername);
        assertMeant(with("u." + word), byUsername);
        assertMeant(with(word + "@mail"), byEmail);
    }

    @Test
    default void caseMakesNoDifferenceInAnyScript() {
        String word = word();
        User user = stored(aUser().name("Zoë Ørsted Жуков Ωμέγα " + word).build());

        assertMeant(with(word.toUpperCase(Locale.ROOT)), user);
        assertMeant(with("ZOË ØRSTED жУКОВ ΩΜΈΓΑ " + word), user);
        assertMeant(with("ØRSTED ЖУКОВ " + word), user);
    }

    @Test
    default void formsOfTheSameLetterMakeNoDifference() {
        String word = word();
        User composed = stored(aUser().name("Zo\u00eb " + word).build());
        User decomposed = stored(aUser().name("Zoe\u0308 " + word).build());

        assertMeant(with("zo\u00eb " + word), decomposed, composed);
        assertMeant(with("ZOE\u0308 " + word), decomposed, composed);
        assertMeant(with("\uff3a\uff4f\u00eb " + word), decomposed, composed);
        assertMeant(with("zoe " + word));
    }

    @Test
    default void wordsFindInAnyOrderWhoHasAllOfThem() {
        String word = word();
        User user = stored(aUser().name("Maria Ørsted").username("mo." + word).build());
        stored(aUser().name("Maria Other").username("ma." + word).build());

        assertMeant(with(word + " ØRSTED maria"), user);
        assertMeant(with("Ørsted, " + word), user);
        assertMeant(with(word + " orsted"));
        assertMeant(with(word + " Ør maria"));
    }

    @Test
    default void lettersWithoutSpacesBetweenWordsAreFound() {
        String word = word();
        User user = stored(aUser().name("李小龍🚀" + word).build());

        assertMeant(with("小龍🚀" + word), user);
        assertMeant(with("龍小🚀" + word));
    }

    @Test
    default void charactersOfPatternsMeanThemselves() {
        String word = word();
        User plain = stored(aUser().name("x" + word).build());
        User percent = stored(aUser().name("y%" + word).build());
        User underscore = stored(aUser().name("z_" + word).build());
        User backslash = stored(aUser().name("b\\" + word).build());

        assertMeant(with(word), backslash, underscore, percent, plain);
        assertMeant(with("y%" + word), percent);
        assertMeant(with("z_" + word), underscore);
        assertMeant(with("b\\" + word), backslash);
        assertMeant(with("_%" + word.substring(1)));
        assertMeant(with("x%" + word.substring(3)));
        assertMeant(with("x_" + word.substring(1)));
        assertMeant(with("\uff05" + word.substring(1)));
    }

    @Test
    default void charactersOfQueriesAndStatementsMeanNothing() {
        String word = word();
        User user = stored(aUser().name("O'Neill " + word).build());

        assertMeant(with("O'NEILL " + word), user);
        for (String text :
                new String[] {"'", "\"", "\\", "%", "_", "&", "|", "!", "<->", ":*", "(", "🚀", "' or true --", "?"}) {
            assertThat(page(with(text + word + "no"), 10, null).items())
                    .as(text)
                    .isEmpty();
            assertThat(read(() -> directory().count(with(text)))).as(text).isNotNegative();
        }
    }
}
