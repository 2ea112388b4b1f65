package dev.muster.formats.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.muster.domain.document.DocumentText;
import dev.muster.domain.document.DocumentVersion;
import dev.muster.domain.export.ManifestEntry;
import dev.muster.domain.project.Project;
import dev.muster.domain.task.DueTime;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.Task;
import dev.muster.domain.task.TaskDescription;
import dev.muster.domain.task.TaskDetails;
import dev.muster.domain.task.TaskId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes things as JSON, with the members that the API gives them. Absent values are null, never left out. */
final class JsonMembers {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final JsonGenerator json;

    /** @param target stays open */
    JsonMembers(OutputStream target) throws IOException {
        this.json = FACTORY.createGenerator(target, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    /** For what stands around the things. */
    JsonGenerator json() {
        return json;
    }

    /** Ends the text. */
    void finish() throws IOException {
        json.writeRaw('\n');
        json.close();
    }

    void project(Project project) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", project.id().toString());
        json.writeStringField("key", project.details().key().value());
        json.writeStringField("name", project.details().name().value());
        json.writeStringField("description", project.details().description());
        json.writeStringField("language", project.details().language());
        json.writeStringField("status", Shown.name(project.details().status()));
        json.writeStringField("created_at", project.createdAt().toString());
        json.writeStringField("updated_at", project.updatedAt().toString());
        json.writeNumberField("version", project.version());
        json.writeEndObject();
    }

    void task(Task task) throws IOException {
        TaskDetails details = task.details();
        json.writeStartObject();
        json.writeStringField("id", task.id().toString());
        text("key", Shown.text(task.key()));
        text("project_id", Shown.text(details.place().project()));
        text("parent_id", Shown.text(details.place().parent()));
        json.writeStringField("title", details.title().value());
        text("description", Shown.text(details.description(), TaskDescription::value));
        json.writeStringField("status", Shown.name(details.status()));
        json.writeStringField("priority", Shown.name(details.priority()));
        points(details.storyPoints());
        texts("labels", details.labels().values());
        text("due_at", Shown.text(details.dueAt(), DueTime::value));
        json.writeBooleanField("blocked", task.isBlocked());
        texts(
                "blocked_by",
                task.blockers().tasks().stream().map(TaskId::toString).toList());
        json.writeStringField("created_at", task.createdAt().toString());
        json.writeStringField("updated_at", task.updatedAt().toString());
        text("completed_at", Shown.text(task.completedAt()));
        text("deleted_at", Shown.text(task.deletedAt()));
        json.writeNumberField("version", task.version());
        json.writeEndObject();
    }

    void document(DocumentText document) throws IOException {
        DocumentVersion version = document.version();
        json.writeStartObject();
        json.writeStringField("id", document.document().id().toString());
        json.writeStringField("title", document.document().title().value());
        json.writeNumberField("number", version.number());
        json.writeStringField("checksum", version.checksum());
        json.writeNumberField("bytes", version.bytes());
        json.writeStringField("content", document.content().text());
        json.writeStringField("created_at", document.document().createdAt().toString());
        json.writeStringField("updated_at", document.document().updatedAt().toString());
        json.writeEndObject();
    }

    void file(ManifestEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", entry.path());
        json.writeNumberField("bytes", entry.bytes());
        json.writeStringField("sha256", entry.sha256());
        json.writeEndObject();
    }

    private void points(@Nullable StoryPoints points) throws IOException {
        if (points == null) {
            json.writeNullField("story_points");
        } else {
            json.writeNumberField("story_points", points.value());
        }
    }

    private void text(String name, @Nullable String value) throws IOException {
        json.writeStringField(name, value);
    }

    private void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
