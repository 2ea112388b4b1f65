package dev.muster.persistence.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.execution.Execution;
import dev.muster.domain.execution.Executions;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.execution.ExecutionFixture;
import dev.muster.testkit.execution.ExecutionsContract;
import org.junit.jupiter.api.Test;

final class JdbcExecutionsTest implements ExecutionsContract {

    @Test
    void membersOfAnObjectComeInTheOrderOfTheDatabase() {
        Execution stored = stored(ExecutionFixture.anExecution(storedProject())
                .input("{\"bb\":1,\"a\":[-0,0.10]}")
                .build());

        assertThat(find(stored.owner(), stored.id()))
                .map(execution -> String.valueOf(execution.assignment().input()))
                .contains("JsonText[value={\"a\":[0,0.10],\"bb\":1}]");
    }

    @Override
    public UnitOfWork unitOfWork() {
        return Stores.shared().unitOfWork();
    }

    @Override
    public Users users() {
        return Stores.shared().users();
    }

    @Override
    public Projects projects() {
        return Stores.shared().bean(Projects.class);
    }

    @Override
    public Executions executions() {
        return Stores.shared().bean(Executions.class);
    }
}
