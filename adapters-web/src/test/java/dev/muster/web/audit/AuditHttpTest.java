package dev.muster.web.audit;

import static dev.muster.testkit.audit.AuditFixture.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.audit.AuditFixture;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditHttpTest {

    private static final String EVENTS = "/v1/audit-events";

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private static String admin;

    @BeforeAll
    static void signInAsAdmin() {
        Person person = muster.signUp();
        UserId id = id(person);
        muster.memory.unitOfWork.writeOne(Actor.SYSTEM, () -> muster.memory.roles.grant(id, Role.ADMIN));
        admin = muster.signIn(person.name()).token();
    }

    @Test
    void entryTellsAllThatIsKnown() {
        Person ann = muster.signUp();
        Person eve = muster.signUp();
        AuditEvent event = recorded(anEntry()
                .action(AuditAction.ROLE_GRANTED)
                .actor(id(ann))
                .subject(id(eve))
                .details(Map.of("role", "admin", "note", "für \"Eve\"")));

        JsonNode list = get("?actor=" + ann.id()).expect(200).json();

        assertThat(list.fieldNames()).toIterable().containsExactly("data", "has_more", "next_cursor");
        assertThat(list.path("data").path(0).toString())
                .isEqualTo("{\"id\":\"" + event.id() + "\",\"action\":\"role_granted\",\"actor\":\"" + ann.id()
                        + "\",\"subject\":\"" + eve.id()
                        + "\",\"details\":{\"note\":\"für \\\"Eve\\\"\",\"role\":\"admin\"},\"ip\":\"2001:db8::7\","
                        + "\"user_agent\":\"Browser/1.0 (Linux)\",\"request_id\":\"request-1.a_b\","
                        + "\"at\":\"2026-03-02T09:30:00.123456Z\"}");
    }

    @Test
    void whatIsUnknownIsNull() {
        Person ann = muster.signUp();
        recorded(anEntry().subject(id(ann)).details(Map.of()).origin(Origin.NONE));

        JsonNode entry =
                get("?subject=" + ann.id()).expect(200).json().path("data").path(0);

        assertThat(entry.path("details").toString()).isEqualTo("{}");
        for (String member : List.of("actor", "ip", "user_agent", "request_id")) {
            assertThat(entry.path(member).isNull()).as(member).isTrue();
        }
    }

    @Test
    void filtersNarrowTogether() {
        UserId ann = someone();
        UserId eve = someone();
        recorded(anEntry().actor(ann).subject(eve).action(AuditAction.USER_SUSPENDED));
        recorded(anEntry().actor(ann).subject(ann).action(AuditAction.LOGIN_SUCCEEDED));
        recorded(anEntry().actor(ann).action(AuditAction.LOGIN_SUCCEEDED).at(TestClock.START.plusSeconds(1)));
        String anns = "?actor=" + ann;

        assertThat(data(anns)).hasSize(3);
        assertThat(data(anns + "&subject=" + eve)).hasSize(1);
        assertThat(data("?subject=" + ann)).hasSize(1);
        assertThat(data(anns + "&action=login_succeeded")).hasSize(2);
        assertThat(data(anns + "&action=login_failed")).isEmpty();
        assertThat(data(anns + "&to=2026-03-02T09:30:01Z")).hasSize(2);
        assertThat(data(anns + "&from=2026-03-02T10:30:01%2B01:00")).hasSize(1);
        assertThat(data(anns + "&action=login_succeeded&from=2026-03-02T09:30:01Z&to=2026-03-02T09:30:02Z"))
                .hasSize(1);
        assertThat(data("?actor=00000000-0000-7000-8000-000000000000")).isEmpty();
    }

    @Test
    void pagesFollowTheirLinksAndKeepTheQuery() {
        UserId ann = someone();
        List<String> recorded = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            recorded.addFirst(recorded(anEntry().actor(ann).at(TestClock.START.plusSeconds(second / 2)))
                    .id()
                    .toString());
        }
        List<String> listed = new ArrayList<>();
        String next = EVENTS + "?limit=2&actor=" + ann + "&action=login_succeeded";
        while (next != null) {
            Answer page = muster.get(next, admin).expect(200);
            page.json()
                    .path("data")
                    .forEach(entry -> listed.add(entry.path("id").asText()));
            String link = page.header("Link");
            assertThat(page.json().path("has_more").asBoolean()).isEqualTo(link != null);
            assertThat(page.text("next_cursor") == null || link.contains(page.text("next_cursor")))
                    .isTrue();
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(listed).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "actor=ann, invalid_parameter",
        "actor=, invalid_parameter",
        "subject=00000000-0000-7000-8000-00000000000g, invalid_parameter",
        "action=, invalid_parameter",
        "action=LOGIN_FAILED, invalid_parameter",
        "action=login_failed&action=login_succeeded, invalid_parameter",
        "from=yesterday, invalid_parameter",
        "from=%2B999999999-12-31T23:59:59Z, invalid_parameter",
        "to=2026-03-02, invalid_parameter",
        "to=2026-02-30T00:00:00Z, invalid_parameter",
        "limit=0, invalid_parameter",
        "limit=101, invalid_parameter",
        "cursor=, invalid_cursor",
        "cursor=AAAA, invalid_cursor",
        "count=true, unknown_parameter",
        "user=1, unknown_parameter"
    })
    void otherQueriesAreRefused(String query, String code) {
        get("?" + query).expectProblem(400, code);
    }

    @Test
    void refusalOfAParameterSaysWhatItHasToBe() {
        assertThat(get("?from=yesterday")
                        .expectProblem(400, "invalid_parameter")
                        .text("detail"))
                .isEqualTo("The query parameter from must be a time such as 2025-01-31T12:00:00Z.");
    }

    @Test
    void everyDamageOfACursorIsFound() {
        Person ann = muster.signUp();
        recorded(anEntry().actor(id(ann)));
        recorded(anEntry().actor(id(ann)));
        String cursor = get("?limit=1&actor=" + ann.id()).text("next_cursor");

        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            get("?cursor=" + cursor.substring(0, i) + other + cursor.substring(i + 1))
                    .expectProblem(400, "invalid_cursor");
        }
    }

    @Test
    void logIsForThoseWhoMayReadIt() {
        muster.get(EVENTS, null).expectProblem(401, "missing_access_token");
        muster.get(EVENTS, muster.signUp().token()).expectProblem(403, "permission_missing");
    }

    private static AuditEvent recorded(AuditFixture fixture) {
        AuditEvent event = fixture.build();
        muster.memory.unitOfWork.writeOne(Actor.SYSTEM, () -> {
            muster.memory.auditLog.insert(event);
            return true;
        });
        return event;
    }

    /** Of whom nothing is recorded yet. */
    private static UserId someone() {
        User user = UserFixture.aUser().build();
        muster.memory.unitOfWork.write(Actor.SYSTEM, () -> {
            muster.memory.users.insert(user, UserFixture.HASH);
            return user;
        });
        return user.id();
    }

    private static UserId id(Person person) {
        return new UserId(UUID.fromString(person.id()));
    }

    private static Answer get(String query) {
        return muster.get(EVENTS + query, admin);
    }

    private static JsonNode data(String query) {
        return get(query).expect(200).json().path("data");
    }
}
