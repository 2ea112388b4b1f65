package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.document.DocumentError;
import dev.muster.domain.execution.ExecutionError;
import dev.muster.domain.export.ExportError;
import dev.muster.domain.idempotency.IdempotencyError;
import dev.muster.domain.limit.LimitError;
import dev.muster.domain.project.ProjectError;
import dev.muster.domain.session.SessionError;
import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.task.TaskError;
import dev.muster.domain.template.TemplateError;
import dev.muster.domain.user.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([0-9]{3}) \\| .+ \\|$");

    @Test
    void documentationListsExactlyTheCodesThereAre() throws IOException {
        assertThat(documented().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                WebError.values(),
                                ValueError.values(),
                                FieldError.values(),
                                SharedError.values(),
                                LimitError.values(),
                                SessionError.values(),
                                ProjectError.values(),
                                TaskError.values(),
                                IdempotencyError.values(),
                                DocumentError.values(),
                                ExecutionError.values(),
                                ExportError.values(),
                                TemplateError.values(),
                                UserError.values())
                        .flatMap(Arrays::stream)
                        .map(ErrorCode::code)
                        .toList());
    }

    @Test
    void documentationHasTheStatusOfRefusals() throws IOException {
        Map<String, Integer> documented = documented();

        assertThat(List.of(WebError.values()))
                .allSatisfy(code ->
                        assertThat(documented.get(code.code())).as(code.code()).isEqualTo(code.status()));
    }

    private static Map<String, Integer> documented() throws IOException {
        try (InputStream page = ErrorCodesTest.class.getResourceAsStream("/docs/errors.md")) {
            Map<String, Integer> codes = new TreeMap<>();
            ROW.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(row -> assertThat(codes.put(row.group(1), Integer.valueOf(row.group(2))))
                            .isNull());
            return codes;
        }
    }
}
