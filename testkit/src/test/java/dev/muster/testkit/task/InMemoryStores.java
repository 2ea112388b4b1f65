package dev.muster.testkit.task;

import dev.muster.testkit.project.InMemoryProjects;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.user.InMemoryUsers;
import java.time.InstantSource;

/** What the contracts about tasks need, in memory and by the time of day. */
final class InMemoryStores {

    final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final InMemoryUsers users = new InMemoryUsers(unitOfWork);
    final InMemoryProjects projects = new InMemoryProjects(unitOfWork);
    final InMemoryTasks tasks = new InMemoryTasks(unitOfWork, projects, InstantSource.system());
    final InMemoryTaskDirectory directory = new InMemoryTaskDirectory(tasks);
    final InMemoryTaskCensus census = new InMemoryTaskCensus(unitOfWork, tasks, users, InstantSource.system());
    final InMemoryTaskGraph graph = new InMemoryTaskGraph(tasks);
}
