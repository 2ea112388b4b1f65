package dev.muster.testkit.execution;

import static dev.muster.testkit.execution.ExecutionFixture.LATER;
import static dev.muster.testkit.execution.ExecutionFixture.anExecution;
import static dev.muster.testkit.execution.ExecutionFixture.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.ExecutionFilter;
import dev.muster.domain.execution.ExecutionPosition;
import dev.muster.domain.execution.ExecutionStatus;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.user.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The part of the {@link ExecutionsContract} that says who sees what: an execution belongs to one person, and whoever else
 * acts sees and changes nothing of it, even when the call names the owner (requirements D3, E4).
 */
public interface OwnedExecutionsContract extends ExecutionStage {

    @Test
    default void executionIsInvisibleToEveryoneElse() {
        Execution execution = stored(anExecution(storedProject()).build());
        UserId other = storedUser();

        assertInvisible(execution, other, other.asActor());
        assertInvisible(execution, execution.owner(), other.asActor());
        assertInvisible(execution, execution.owner(), Actor.SYSTEM);
        assertInvisible(execution, other, execution.owner().asActor());
    }

    @Test
    default void anotherActorChangesNoExecution() {
        Execution execution = stored(anExecution(storedProject()).build());
        Execution changed = execution.reported(report(ExecutionStatus.RUNNING), LATER);

        for (Actor actor : new Actor[] {storedUser().asActor(), Actor.SYSTEM}) {
            assertThatThrownBy(() -> unitOfWork().writeOne(actor, () -> update(changed)))
                    .isInstanceOf(PreconditionFailed.class);
        }
        assertThat(find(execution.owner(), execution.id())).contains(execution);
    }

    @Test
    default void anotherActorAddsNoExecution() {
        Execution execution = anExecution(storedProject()).build();

        for (Actor actor : new Actor[] {storedUser().asActor(), Actor.SYSTEM}) {
            assertThatThrownBy(() -> unitOfWork().write(actor, () -> insert(execution)))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(find(execution.owner(), execution.id())).isEmpty();
    }

    private void assertInvisible(Execution execution, UserId named, Actor actor) {
        var page = new PageRequest<ExecutionPosition>(10, null);
        for (ExecutionFilter filter : new ExecutionFilter[] {
            ExecutionFilter.of(execution.project(), Set.of()),
            ExecutionFilter.of(execution.assignment().correlationId(), Set.of())
        }) {
            assertThat(unitOfWork()
                            .read(actor, () -> executions().findPage(named, filter, page))
                            .items())
                    .isEmpty();
            assertThat(unitOfWork().<Long>read(actor, () -> executions().count(named, filter)))
                    .isZero();
        }
        assertThat(unitOfWork().read(actor, () -> executions().find(named, execution.id())))
                .isEmpty();
    }

    private boolean insert(Execution execution) {
        executions().insert(execution);
        return true;
    }

    private boolean update(Execution execution) {
        executions().update(execution);
        return true;
    }
}
