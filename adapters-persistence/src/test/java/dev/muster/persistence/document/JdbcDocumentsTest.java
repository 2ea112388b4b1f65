package dev.muster.persistence.document;

import dev.muster.domain.document.Documents;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.document.DocumentsContract;

final class JdbcDocumentsTest implements DocumentsContract {

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
    public Documents documents() {
        return Stores.shared().bean(Documents.class);
    }
}
