package dev.muster.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.Denied;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.user.UserFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AuditTest {

    private final InMemoryMuster muster = new InMemoryMuster();
    private final Origin origin = new Origin("192.0.2.1", "Browser/1.0", "request-1");
    private final Audit audit = new Audit(muster.auditLog, new Stamps(muster.ids, muster.clock), () -> origin);
    private final AuditQueries queries = new AuditQueries(muster.unitOfWork, muster.auditLog);
    private final User ann = UserFixture.aUser().build();
    private final User eve = UserFixture.aUser().build();

    AuditTest() {
        write(() -> {
            muster.users.insert(ann, UserFixture.HASH);
            muster.users.insert(eve, UserFixture.HASH);
        });
    }

    @Test
    void entryTellsWhoDidWhatToWhomWhenAndFromWhere() {
        write(() -> audit.record(AuditAction.ROLE_GRANTED, ann.id(), eve.id(), Map.of("role", "admin")));

        assertThat(entries()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(AuditAction.ROLE_GRANTED);
            assertThat(event.actor()).isEqualTo(ann.id());
            assertThat(event.subject()).isEqualTo(eve.id());
            assertThat(event.details()).isEqualTo(Map.of("role", "admin"));
            assertThat(event.origin()).isEqualTo(origin);
            assertThat(event.at()).isEqualTo(muster.clock.instant());
        });
    }

    @Test
    void entryOfNobodyHasNoFurtherWord() {
        write(() -> audit.record(AuditAction.SIGNING_KEY_ROTATED, null, null));

        assertThat(entries()).singleElement().satisfies(event -> {
            assertThat(event.actor()).isNull();
            assertThat(event.details()).isEmpty();
        });
    }

    @Test
    void entryIsKeptWithItsChangeOrNotAtAll() {
        User joining = UserFixture.aUser().build();

        assertThatThrownBy(() -> write(() -> {
                    audit.record(AuditAction.USER_REGISTERED, joining.id(), joining.id());
                    muster.users.insert(joining, UserFixture.HASH);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(entries()).isEmpty();
        assertThat(muster.unitOfWork.read(Actor.SYSTEM, () -> muster.users.find(joining.id())))
                .isEmpty();
    }

    @Test
    void entryIsRecordedInAUnitOfWorkOnly() {
        assertThatThrownBy(() -> audit.record(AuditAction.USER_CHANGED, null, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void searchFindsWhatIsMeantNewestFirst() {
        write(() -> audit.record(AuditAction.LOGIN_FAILED, null, ann.id()));
        muster.clock.advance(Duration.ofSeconds(1));
        write(() -> audit.record(AuditAction.LOGIN_SUCCEEDED, ann.id(), ann.id()));
        write(() -> audit.record(AuditAction.LOGIN_SUCCEEDED, eve.id(), eve.id()));
        AuditFilter annsOwn = new AuditFilter(null, ann.id(), null, null, null);

        Page<AuditEvent> first = queries.search(reader(), annsOwn, new PageRequest<>(1, null));
        Page<AuditEvent> second = queries.search(
                reader(), annsOwn, new PageRequest<>(1, first.items().getFirst().position()));

        assertThat(first.items()).extracting(AuditEvent::action).containsExactly(AuditAction.LOGIN_SUCCEEDED);
        assertThat(first.hasMore()).isTrue();
        assertThat(second.items()).extracting(AuditEvent::action).containsExactly(AuditAction.LOGIN_FAILED);
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void searchIsForThoseWhoMay() {
        Principal other = principal(eve.id(), Set.of(Permission.USERS_READ, Permission.USERS_WRITE));

        assertThatThrownBy(() -> queries.search(other, AuditFilter.ALL, new PageRequest<>(1, null)))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.code()).isEqualTo(SharedError.PERMISSION_MISSING));
    }

    @Test
    void roomIsKeptByAJobThatMayComeAgain() {
        write(() -> audit.record(AuditAction.USER_CHANGED, ann.id(), ann.id()));
        var keep = new KeepAuditPartitions(muster.unitOfWork, muster.auditLog);

        keep.keep();
        keep.keep();

        assertThat(entries()).hasSize(1);
    }

    private List<AuditEvent> entries() {
        return queries.search(reader(), AuditFilter.ALL, new PageRequest<>(PageRequest.MAX_LIMIT, null))
                .items();
    }

    private Principal reader() {
        return principal(ann.id(), Set.of(Permission.AUDIT_READ));
    }

    private Principal principal(UserId user, Set<Permission> permissions) {
        return new Principal(
                user,
                SessionFixture.nextId(),
                permissions,
                muster.clock.instant().plusSeconds(60));
    }

    private void write(Runnable work) {
        muster.unitOfWork.write(Actor.SYSTEM, () -> {
            work.run();
            return true;
        });
    }
}
