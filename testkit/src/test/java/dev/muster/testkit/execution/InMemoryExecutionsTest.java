package dev.muster.testkit.execution;

import dev.muster.domain.execution.Executions;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.project.InMemoryProjects;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.user.InMemoryUsers;

final class InMemoryExecutionsTest implements ExecutionsContract {

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
    private final InMemoryProjects projects = new InMemoryProjects(unitOfWork);
    private final InMemoryExecutions executions = new InMemoryExecutions(unitOfWork, projects);

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Projects projects() {
        return projects;
    }

    @Override
    public Executions executions() {
        return executions;
    }
}
