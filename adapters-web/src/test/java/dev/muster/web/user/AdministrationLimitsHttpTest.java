package dev.muster.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.domain.user.Permission;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What even those can't do who administer accounts. */
class AdministrationLimitsHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void onlyAdministratorStays() {
        try (RunningMuster alone = RunningMuster.start()) {
            Person root = alone.admin();
            String path = "/v1/users/" + root.id();

            alone.post(path + "/suspend", root.token(), null).expectProblem(409, "last_admin");
            alone.send("DELETE", path, root.token(), null).expectProblem(409, "last_admin");
            alone.send("DELETE", path + "/roles/admin", root.token(), null).expectProblem(409, "last_admin");
            alone.send("DELETE", "/v1/me", root.token(), "{\"password\": \"" + RunningMuster.PASSWORD + "\"}")
                    .expectProblem(409, "last_admin");
            alone.get("/v1/users", root.token()).expect(200);
        }
    }

    @Test
    void nobodyReachesBeyondThemselves() {
        Person root = muster.admin();
        String path = "/v1/users/" + root.id();
        String helper = muster.having(Permission.USERS_READ, Permission.USERS_WRITE, Permission.ROLES_WRITE)
                .token();
        JsonNode before = muster.get(path, helper).expect(200).json();

        muster.send("PATCH", path, helper, "{\"email\": \"mine@example.org\"}")
                .expectProblem(403, "permission_missing");
        for (String action : new String[] {"suspend", "reactivate", "unlock", "restore", "erase"}) {
            muster.post(path + "/" + action, helper, null).expectProblem(403, "permission_missing");
        }
        muster.send("DELETE", path, helper, null).expectProblem(403, "permission_missing");
        muster.send("DELETE", path + "/sessions", helper, null).expectProblem(403, "permission_missing");
        muster.send("DELETE", path + "/roles/admin", helper, null).expectProblem(403, "permission_missing");
        muster.post("/v1/users", helper, """
                {"email": "mine@example.org", "username": "mine", "name": "X", "password": "%s",
                 "roles": ["admin"]}""".formatted(RunningMuster.PASSWORD))
                .expectProblem(403, "permission_missing");

        assertThat(muster.get(path, helper).json()).isEqualTo(before);
        muster.get("/v1/me", root.token()).expect(200);
    }
}
