package dev.muster.persistence.task;

import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.task.TaskDirectory;
import dev.muster.domain.task.TaskGraph;
import dev.muster.domain.task.Tasks;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.task.PagingSteps;
import dev.muster.testkit.task.TaskDirectoryContract;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class JdbcTaskDirectoryTest implements TaskDirectoryContract {

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
    public TaskDirectory directory() {
        return Stores.shared().bean(TaskDirectory.class);
    }

    @Provide
    Arbitrary<PagingSteps.Course> courses() {
        return PagingSteps.courses();
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void pagesHoldWhateverHappensBetweenThem(@ForAll("courses") PagingSteps.Course course) {
        PagingSteps.check(this, course);
    }
}
