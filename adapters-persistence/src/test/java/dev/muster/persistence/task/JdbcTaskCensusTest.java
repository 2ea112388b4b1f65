package dev.muster.persistence.task;

import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskCensus;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.task.TaskCensusContract;

final class JdbcTaskCensusTest implements TaskCensusContract {

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

    @Override
    public TaskGraph graph() {
        return Stores.shared().bean(TaskGraph.class);
    }

    @Override
    public TaskCensus census() {
        return Stores.shared().bean(TaskCensus.class);
    }
}
