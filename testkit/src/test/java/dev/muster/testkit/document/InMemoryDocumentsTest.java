package dev.muster.testkit.document;

import dev.muster.domain.document.Documents;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.testkit.InMemoryMuster;

final class InMemoryDocumentsTest implements DocumentsContract {

    private final InMemoryMuster muster = new InMemoryMuster();

    @Override
    public UnitOfWork unitOfWork() {
        return muster.unitOfWork;
    }

    @Override
    public Users users() {
        return muster.users;
    }

    @Override
    public Projects projects() {
        return muster.projects;
    }

    @Override
    public Documents documents() {
        return muster.documents;
    }
}
