package dev.muster.testkit.template;

import dev.muster.domain.task.Labels;
import dev.muster.domain.task.StoryPoints;
import dev.muster.domain.task.TaskPriority;
import dev.muster.domain.template.TaskTemplate;
import dev.muster.domain.template.TemplateContent;
import dev.muster.domain.template.TemplateName;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.List;

/** Sample templates. */
public final class TemplateFixture {

    private TemplateFixture() {}

    /** A template of which only the title is known. */
    public static TaskTemplate aTemplate(UserId owner, String name) {
        return TaskTemplate.created(new TemplateName(name), owner, titled("Test {{story.title}}"), TestClock.START);
    }

    /** What a template has that says no more than its title. */
    public static TemplateContent titled(String title) {
        return new TemplateContent(title, null, null, null, Labels.NONE);
    }

    /** What a template has that says everything. */
    public static TemplateContent everythingKnown() {
        return new TemplateContent(
                "Prüfe {{story.key}} 🚀 'x' \\ {{story.title}}",
                "  first\r\n\t{{#story.description}}{{story.description}}{{/story.description}} 柵\n",
                TaskPriority.URGENT,
                new StoryPoints(8),
                new Labels(List.of("test", "früh 🌱", "a,b", "{}")));
    }
}
