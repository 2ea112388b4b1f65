package dev.muster.testkit.audit;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sample entries of the audit log. Whatever is not said is usual: a sign-in of nobody, from somewhere, with an id that no
 * other sample has. {@code AuditFixture.anEntry().actor(ann).build()}
 */
public final class AuditFixture {

    public static final Origin ORIGIN = new Origin("2001:db8::7", "Browser/1.0 (Linux)", "request-1.a_b");

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());

    private AuditAction action = AuditAction.LOGIN_SUCCEEDED;
    private @Nullable UserId actor;
    private @Nullable UserId subject;
    private Map<String, String> details = Map.of("method", "password");
    private Origin origin = ORIGIN;
    private Instant at = TestClock.START;

    private AuditFixture() {}

    public static AuditFixture anEntry() {
        return new AuditFixture();
    }

    public AuditFixture action(AuditAction value) {
        action = value;
        return this;
    }

    public AuditFixture actor(@Nullable UserId value) {
        actor = value;
        return this;
    }

    public AuditFixture subject(@Nullable UserId value) {
        subject = value;
        return this;
    }

    public AuditFixture details(Map<String, String> value) {
        details = value;
        return this;
    }

    public AuditFixture origin(Origin value) {
        origin = value;
        return this;
    }

    public AuditFixture at(Instant value) {
        at = value;
        return this;
    }

    public AuditEvent build() {
        return new AuditEvent(IDS.next(), action, actor, subject, details, origin, at);
    }
}
