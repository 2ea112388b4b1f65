package dev.muster.testkit.task;

import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.user.InMemoryUsers;

final class InMemoryTasksTest implements TasksContract {

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
    private final InMemoryTasks tasks = new InMemoryTasks(unitOfWork);

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }
}
