package dev.muster.bootstrap.document;

import dev.muster.application.document.AddDocumentVersion;
import dev.muster.application.document.ChangeDocument;
import dev.muster.application.document.CreateDocument;
import dev.muster.application.document.DeleteDocument;
import dev.muster.application.document.DocumentQueries;
import dev.muster.application.document.LockedDocuments;
import dev.muster.application.document.RestoreDocumentVersion;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.document.Documents;
import dev.muster.domain.document.UnifiedDiff;
import dev.muster.domain.shared.UnitOfWork;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class DocumentFactory {

    @Singleton
    DocumentQueries documentQueries(UnitOfWork unitOfWork, Documents documents, UnifiedDiff unifiedDiff) {
        return new DocumentQueries(unitOfWork, documents, unifiedDiff);
    }

    @Singleton
    CreateDocument createDocument(UnitOfWork unitOfWork, Documents documents, Stamps stamps) {
        return new CreateDocument(unitOfWork, documents, stamps);
    }

    @Singleton
    LockedDocuments lockedDocuments(UnitOfWork unitOfWork, Documents documents, Stamps stamps) {
        return new LockedDocuments(unitOfWork, documents, stamps);
    }

    @Singleton
    ChangeDocument changeDocument(LockedDocuments locked, Documents documents, Stamps stamps) {
        return new ChangeDocument(locked, documents, stamps);
    }

    @Singleton
    DeleteDocument deleteDocument(LockedDocuments locked, Documents documents, Stamps stamps) {
        return new DeleteDocument(locked, documents, stamps);
    }

    @Singleton
    AddDocumentVersion addDocumentVersion(LockedDocuments locked) {
        return new AddDocumentVersion(locked);
    }

    @Singleton
    RestoreDocumentVersion restoreDocumentVersion(LockedDocuments locked, Documents documents) {
        return new RestoreDocumentVersion(locked, documents);
    }
}
