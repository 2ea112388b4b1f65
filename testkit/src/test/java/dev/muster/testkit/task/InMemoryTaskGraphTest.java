package dev.muster.testkit.task;

import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.Users;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class InMemoryTaskGraphTest implements TaskGraphContract {

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

    @Provide
    Arbitrary<List<DependencyAttempts.Attempt>> attempts() {
        return DependencyAttempts.attempts();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noTaskEverWaitsForItself(@ForAll("attempts") List<DependencyAttempts.Attempt> attempts) {
        DependencyAttempts.check(this, attempts);
    }
}
