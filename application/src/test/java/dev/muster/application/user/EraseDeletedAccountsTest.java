package dev.muster.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.application.session.RecoverAccount;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EraseDeletedAccountsTest {

    private final AdministrationStage stage = new AdministrationStage();
    private final Principal admin = stage.admin("root");
    private final EraseDeletedAccounts eraseDeletedAccounts = new EraseDeletedAccounts(
            stage.muster.unitOfWork, stage.muster.users, stage.muster.audit, stage.muster.stamps);

    @Test
    void accountIsErasedWhenItsGraceIsOver() {
        User ann = stage.muster.join("ann");
        User bob = stage.muster.join("bob");
        stage.deleteUser.delete(admin, ann.id(), null);
        stage.muster.clock.advance(RecoverAccount.GRACE);
        stage.deleteUser.delete(admin, bob.id(), null);
        assertThat(eraseDeletedAccounts.erase()).isZero();
        stage.muster.clock.advance(Duration.ofNanos(1000));

        assertThat(eraseDeletedAccounts.erase()).isOne();

        assertThat(isThere(ann.id())).isFalse();
        assertThat(isThere(bob.id())).isTrue();
        assertThat(isThere(admin.user())).isTrue();
        assertThat(stage.recorded(AuditAction.USER_ERASED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isNull());
    }

    @Test
    void manyAreErasedInOneGo() {
        List<UserId> deleted = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            User user = stage.muster.join("user" + i);
            stage.deleteUser.delete(admin, user.id(), null);
            deleted.add(user.id());
        }
        stage.muster.clock.advance(RecoverAccount.GRACE.plusDays(1));

        assertThat(eraseDeletedAccounts.erase()).isEqualTo(201);
        assertThat(deleted).noneMatch(this::isThere);
        assertThat(eraseDeletedAccounts.erase()).isZero();
    }

    private boolean isThere(UserId id) {
        return stage.muster
                .unitOfWork
                .read(Actor.SYSTEM, () -> stage.muster.users.find(id))
                .isPresent();
    }
}
