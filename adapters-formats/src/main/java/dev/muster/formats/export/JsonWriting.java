package dev.muster.formats.export;

import dev.muster.domain.document.DocumentText;
import dev.muster.domain.export.ExportFormats.Frame;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.project.Project;
import dev.muster.domain.task.Task;
import java.io.IOException;
import java.util.List;

/** Everything as one JSON document. */
final class JsonWriting extends FailingWriting {

    private final JsonMembers members;
    private boolean inDocuments;

    JsonWriting(Project project, Frame frame) throws IOException {
        members = new JsonMembers(frame.target());
        members.json().writeStartObject();
        members.json().writeStringField("exported_at", frame.at().toString());
        members.json().writeFieldName("project");
        members.project(project);
        members.json().writeArrayFieldStart("tasks");
    }

    @Override
    void write(Task task) throws IOException {
        members.task(task);
    }

    @Override
    void write(DocumentText document) throws IOException {
        beginDocuments();
        members.document(document);
    }

    @Override
    List<ManifestEntry> end() throws IOException {
        beginDocuments();
        members.json().writeEndArray();
        members.json().writeEndObject();
        members.finish();
        return List.of();
    }

    private void beginDocuments() throws IOException {
        if (!inDocuments) {
            inDocuments = true;
            members.json().writeEndArray();
            members.json().writeArrayFieldStart("documents");
        }
    }
}
