package dev.muster.testkit.task;

import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskCensus;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.Users;

final class InMemoryTaskCensusTest implements TaskCensusContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    public UnitOfWork unitOfWork() {
        return stores.unitOfWork;
    }

    @Override
    public Users users() {
        return stores.users;
    }

    @Override
    public Projects projects() {
        return stores.projects;
    }

    @Override
    public Tasks tasks() {
        return stores.tasks;
    }

    @Override
    public TaskGraph graph() {
        return stores.graph;
    }

    @Override
    public TaskCensus census() {
        return stores.census;
    }
}
