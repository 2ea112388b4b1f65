package dev.muster.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.audit.AuditEvent;
import dev.muster.domain.audit.AuditFilter;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Denied;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.session.SessionFixture;
import dev.muster.testkit.user.UserFixture;
import dev.muster.testkit.user.UserStage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AuditTest implements UserStage {

    private final InMemoryMuster muster = new InMemoryMuster();
    private final Origin origin = new Origin("192.0.2.1", "Browser/1.0", "request-1");
    private final Audit audit = new Audit(muster.auditLog, new Stamps(muster.ids, muster.clock), () -> origin);
    private final AuditQueries queries = new AuditQueries(muster.unitOfWork, muster.auditLog);
    private final UserId ann = storedUser();
    private final UserId eve = storedUser();

    @Override
    public UnitOfWork unitOfWork() {
        return muster.unitOfWork;
    }

    @Override
    public Users users() {
        return muster.users;
    }

    @Test
    void entryTellsWhoDidWhatToWhomWhenAndFromWhere() {
        write(() -> audit.record(AuditAction.ROLE_GRANTED, ann, eve, Map.of("role", "admin")));

        assertThat(entries()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(AuditAction.ROLE_GRANTED);
            assertThat(event.actor()).isEqualTo(ann);
            assertThat(event.subject()).isEqualTo(eve);
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
                    stored(joining);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(entries()).isEmpty();
        assertThat(read(() -> muster.users.find(joining.id()))).isEmpty();
    }

    @Test
    void entryIsRecordedInAUnitOfWorkOnly() {
        assertThatThrownBy(() -> audit.record(AuditAction.USER_CHANGED, null, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void searchFindsWhatIsMeantNewestFirst() {
        write(() -> audit.record(AuditAction.LOGIN_FAILED, null, ann));
        muster.clock.advance(Duration.ofSeconds(1));
        write(() -> audit.record(AuditAction.LOGIN_SUCCEEDED, ann, ann));
        write(() -> audit.record(AuditAction.LOGIN_SUCCEEDED, eve, eve));
        AuditFilter annsOwn = new AuditFilter(null, ann, null, null, null);

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
        Principal other = principal(eve, Set.of(Permission.USERS_READ, Permission.USERS_WRITE));

        assertThatThrownBy(() -> queries.search(other, AuditFilter.ALL, new PageRequest<>(1, null)))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.code()).isEqualTo(SharedError.PERMISSION_MISSING));
    }

    @Test
    void roomIsKeptByAJobThatMayComeAgain() {
        write(() -> audit.record(AuditAction.USER_CHANGED, ann, ann));
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
        return principal(ann, Set.of(Permission.AUDIT_READ));
    }

    private Principal principal(UserId user, Set<Permission> permissions) {
        return new Principal(
                user,
                SessionFixture.nextId(),
                permissions,
                muster.clock.instant(),
                muster.clock.instant().plusSeconds(60));
    }
}
