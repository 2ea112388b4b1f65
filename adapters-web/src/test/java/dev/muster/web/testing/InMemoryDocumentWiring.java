package dev.muster.web.testing;

import dev.muster.application.document.AddDocumentVersion;
import dev.muster.application.document.ChangeDocument;
import dev.muster.application.document.CreateDocument;
import dev.muster.application.document.DeleteDocument;
import dev.muster.application.document.DocumentQueries;
import dev.muster.application.document.LockedDocuments;
import dev.muster.application.document.RestoreDocumentVersion;
import dev.muster.application.shared.Stamps;
import dev.muster.testkit.InMemoryMuster;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases of documents, over stores in memory. */
@Factory
final class InMemoryDocumentWiring {

    private final InMemoryMuster memory;
    private final Stamps stamps;
    private final LockedDocuments locked;

    InMemoryDocumentWiring(InMemoryMuster memory) {
        this.memory = memory;
        this.stamps = new Stamps(memory.ids, memory.clock);
        this.locked = new LockedDocuments(memory.unitOfWork, memory.documents, stamps);
    }

    @Singleton
    DocumentQueries documentQueries() {
        return new DocumentQueries(memory.unitOfWork, memory.documents, memory.unifiedDiff);
    }

    @Singleton
    CreateDocument createDocument() {
        return new CreateDocument(memory.unitOfWork, memory.documents, stamps);
    }

    @Singleton
    ChangeDocument changeDocument() {
        return new ChangeDocument(locked, memory.documents, stamps);
    }

    @Singleton
    DeleteDocument deleteDocument() {
        return new DeleteDocument(locked, memory.documents, stamps);
    }

    @Singleton
    AddDocumentVersion addDocumentVersion() {
        return new AddDocumentVersion(locked);
    }

    @Singleton
    RestoreDocumentVersion restoreDocumentVersion() {
        return new RestoreDocumentVersion(locked, memory.documents);
    }
}
