package dev.muster.persistence.task;

import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.task.TasksContract;

final class JdbcTasksTest implements TasksContract {

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
    public Tasks tasks() {
        return Stores.shared().bean(Tasks.class);
    }
}
