package dev.muster.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.schema.Entity.Attribute;
import dev.muster.domain.schema.Entity.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules that docs/templates.md tells people. */
final class EntityFinderTest {

    @Test
    void listItemNamesAnEntityAndItsAttributes() {
        SchemaDraft draft = find("""
                - users: id, email (unique), `name`
                * Product (title, price numeric(10,2), description text not null)
                1. order items: quantity, is_gift boolean;
                + **tags**: label
                """);

        assertThat(tables(draft)).containsExactly("users", "products", "order_items", "tags");
        assertThat(names(draft, "users")).containsExactly("email", "name");
        assertThat(entity(draft, "products").attributes())
                .containsExactly(
                        new Attribute("title", AttributeType.TEXT),
                        new Attribute("price", AttributeType.NUMERIC),
                        new Attribute("description", AttributeType.TEXT));
        assertThat(entity(draft, "order_items").attributes())
                .containsExactly(
                        new Attribute("quantity", AttributeType.INTEGER),
                        new Attribute("is_gift", AttributeType.BOOLEAN));
    }

    @Test
    void itemsThatAreSentencesNameNothing() {
        assertThat(find("""
                        - Note: see below, please
                        - The customer: can pay, by card or by invoice
                        - users: are people who sign in, and others
                        users: id, email
                        - : a, b
                        - users:
                        """).isEmpty()).isTrue();
    }

    @Test
    void namesAndTypesOfAttributesSuggestTheirTypes() {
        SchemaDraft draft = find(
                "- things: paid_at, valid_on, birth_date, has_key, item_count, unit_price, note, data json, size int");

        assertThat(entity(draft, "things").attributes().stream().map(Attribute::type))
                .containsExactly(
                        AttributeType.TIMESTAMPTZ,
                        AttributeType.DATE,
                        AttributeType.DATE,
                        AttributeType.BOOLEAN,
                        AttributeType.INTEGER,
                        AttributeType.NUMERIC,
                        AttributeType.TEXT,
                        AttributeType.JSONB,
                        AttributeType.INTEGER);
    }

    @Test
    void attributeOfAnIdIsAReference() {
        SchemaDraft draft = find("- comments: id, user_id, body, parent_id, created_at");

        assertThat(entity(draft, "comments").references())
                .containsExactly(
                        new Reference("user_id", "users", false), new Reference("parent_id", "comments", false));
        assertThat(names(draft, "comments")).containsExactly("body");
        assertThat(tables(draft)).containsExactlyInAnyOrder("comments", "users");
    }

    @Test
    void marksNameEntities() {
        assertThat(
                        tables(
                                find(
                                        "Keep `Order` and `order_items`, with `invoices.due_on`; not `email`, `is_active` or `README.md`.")))
                .containsExactly("orders", "order_items", "invoices");
        assertThat(
                        tables(
                                find(
                                        "The users table and the Invoice model, the table audit_log, entities: Book, authors and Shelf.")))
                .containsExactlyInAnyOrder("users", "invoices", "audit_logs", "books", "authors", "shelfs");
        assertThat(tables(find("An OrderItem goes with a PriceList in PostgreSQL.")))
                .containsExactly("order_items", "price_lists");
    }

    @Test
    void ordinarySentencesNameNothing() {
        assertThat(
                        find("As a customer I want to see my past bookings, so that I know what I paid. The model is new, and the"
                                        + " table stores much. It has many advantages.")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void sentencesRelateEntities() {
        SchemaDraft draft =
                find("A User has many active Orders. Every Order belongs to a customer. User has one Profile.");

        assertThat(entity(draft, "orders").references())
                .containsExactlyInAnyOrder(
                        new Reference("user_id", "users", false), new Reference("customer_id", "customers", false));
        assertThat(entity(draft, "profiles").references()).containsExactly(new Reference("user_id", "users", true));
    }

    @Test
    void compoundThatIsKnownIsRelatedAsAWhole() {
        SchemaDraft draft = find("- order items: quantity\n\nAn Order has many order items.");

        assertThat(tables(draft)).containsExactlyInAnyOrder("order_items", "orders");
        assertThat(entity(draft, "order_items").references())
                .containsExactly(new Reference("order_id", "orders", false));
    }

    @Test
    void manyToManyHasAnEntityOfItsOwn() {
        for (String sentence :
                List.of("Products and Tags are many-to-many.", "A Product has and belongs to many Tags.")) {
            SchemaDraft draft = find(sentence);

            assertThat(draft.entities()).as(sentence).hasSize(3);
            assertThat(draft.entities().getLast().references())
                    .containsExactly(
                            new Reference("product_id", "products", false), new Reference("tag_id", "tags", false));
        }
    }

    @Test
    void titleIsReadToo() {
        assertThat(tables(EntityFinder.find("User has many Orders", ""))).containsExactlyInAnyOrder("users", "orders");
    }

    @Test
    void entityIsFoundOnceHoweverItIsWritten() {
        SchemaDraft draft =
                find("- Order: total\n- orders: note\n- order_item: a\n\nThe `OrderItem` and `order_items`.");

        assertThat(tables(draft)).containsExactly("orders", "order_items");
        assertThat(names(draft, "orders")).containsExactly("total", "note");
    }

    @Test
    void namesAreMadeSafe() {
        SchemaDraft draft = find("- Größe: xmin, Maß, order\n- 'users; drop: a\n\nThe `Bücher` and the `Ünïts` table.");

        assertThat(tables(draft)).allMatch(table -> table.matches("[a-z][a-z0-9_]{0,23}"));
        assertThat(find("- things: xmin, uk, order").entities().getFirst().attributes().stream()
                        .map(Attribute::name))
                .containsExactly("xmin_value", "uk_value", "order");
        assertThat(SqlSketch.tables(find("- things: order"))).contains("\"order\" text");
    }

    @Test
    void draftsAreBounded() {
        String many = IntStream.range(0, 100)
                .mapToObj(number -> "- thing" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "s: "
                        + IntStream.range(0, 50).mapToObj(other -> "x" + other).collect(Collectors.joining(", ")) + ", "
                        + IntStream.range(0, 50)
                                .mapToObj(other -> "y" + other + "_id")
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
        SchemaDraft draft = find(many);

        assertThat(draft.entities()).hasSize(SchemaDraft.MAX_ENTITIES);
        assertThat(draft.entities()).allSatisfy(entity -> {
            assertThat(entity.attributes()).hasSizeLessThanOrEqualTo(Entity.MAX_ATTRIBUTES);
            assertThat(entity.references()).hasSizeLessThanOrEqualTo(Entity.MAX_REFERENCES);
            assertThat(tables(draft))
                    .containsAll(
                            entity.references().stream().map(Reference::target).toList());
        });
    }

    @Test
    void hostileTextsTakeNoTime() {
        for (String piece : List.of("a", "`", "has many ", "- a:", "a, ", "table ", "Aa", "((", " ", "_", "1. x: y,")) {
            String text = piece.repeat(20_000 / piece.length());
            long begin = System.nanoTime();
            EntityFinder.find(text.substring(0, 200), text);
            assertThat((System.nanoTime() - begin) / 1_000_000).as(piece).isLessThan(2_000);
        }
    }

    @Test
    void firstOfADraftHasNoReferencesToTheRest() {
        SchemaDraft draft = find("- users: name\n- orders: user_id, total\n- users: order_id");

        SchemaDraft first = draft.first(1);
        assertThat(tables(first)).containsExactly("users");
        assertThat(first.references()).isZero();
        assertThat(draft.first(9)).isEqualTo(draft);
    }

    private static SchemaDraft find(String description) {
        return EntityFinder.find("A story", description);
    }

    private static List<String> tables(SchemaDraft draft) {
        return draft.entities().stream().map(Entity::table).toList();
    }

    private static Entity entity(SchemaDraft draft, String table) {
        return draft.entities().stream()
                .filter(entity -> entity.table().equals(table))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(Arrays.toString(tables(draft).toArray())));
    }

    private static List<String> names(SchemaDraft draft, String table) {
        return entity(draft, table).attributes().stream().map(Attribute::name).toList();
    }
}
