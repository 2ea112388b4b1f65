import client.ApiClient;
import client.ApiException;
import client.ApiResponse;
import client.api.DocumentsApi;
import client.api.ExecutionsApi;
import client.api.ExportsApi;
import client.api.ProjectsApi;
import client.api.SessionsApi;
import client.api.TasksApi;
import client.model.ApplyTemplateRequest;
import client.model.Document;
import client.model.Execution;
import client.model.ExecutionRequest;
import client.model.Export;
import client.model.ExportRequest;
import client.model.LoginRequest;
import client.model.NewDocumentRequest;
import client.model.NewVersionRequest;
import client.model.ProjectRequest;
import client.model.ReportRequest;
import client.model.Task;
import client.model.TaskBatchRequest;
import client.model.TaskOperationRequest;
import client.model.TaskRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What someone does who has nothing but the generated client. Arguments: address, user name, password. */
public final class Journey {

    private static final String PROJECT = "GEN";

    private final TasksApi tasks;
    private final ProjectsApi projects;
    private final DocumentsApi documents;
    private final ExecutionsApi executions;
    private final ExportsApi exports;

    public static void main(String[] arguments) throws Exception {
        var journey = new Journey(signedIn(arguments[0], arguments[1], arguments[2]));
        journey.changeATask();
        journey.planAProject();
        journey.writeADocument();
        journey.reportAnExecution();
        journey.exportTheProject();
        System.out.println("arrived");
    }

    private Journey(ApiClient client) {
        tasks = new TasksApi(client);
        projects = new ProjectsApi(client);
        documents = new DocumentsApi(client);
        executions = new ExecutionsApi(client);
        exports = new ExportsApi(client);
    }

    private static ApiClient signedIn(String address, String name, String password) throws ApiException {
        var client = new ApiClient();
        client.updateBaseUri(address);
        String token = new SessionsApi(client)
                .logIn(new LoginRequest().identifier(name).password(password), null)
                .getAccessToken();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    private void changeATask() throws ApiException {
        TaskRequest wanted = new TaskRequest()
                .title("Write the report")
                .priority(TaskRequest.PriorityEnum.HIGH)
                .labels(List.of("report"));
        ApiResponse<Task> made = tasks.createTaskWithHttpInfo(wanted, "the-report");
        require(tasks.createTask(wanted, "the-report").equals(made.getData()), "repeated");
        String etag = made.getHeaders().get("etag").getFirst();
        String id = made.getData().getId().toString();

        Task done = tasks.changeTask(id, new TaskRequest().status(TaskRequest.StatusEnum.COMPLETED), etag);
        require(done.getCompletedAt() != null && done.getLabels().equals(List.of("report")), done);
        require(refusal(() -> tasks.changeTask(id, new TaskRequest().title("Too late"), etag)) == 412, "stale");
        require(tasks.readTask(id).equals(done), done);
    }

    private void planAProject() throws ApiException {
        var project = projects.createProject(new ProjectRequest().key(PROJECT).name("Generated"), null);
        List<Task> made = tasks
                .applyTaskBatch(
                        new TaskBatchRequest()
                                .addOperationsItem(creation("Users may order", project.getId()))
                                .addOperationsItem(creation("Choose a database", project.getId())),
                        null)
                .getResults()
                .stream()
                .map(result -> result.getTask())
                .toList();
        String story = made.getFirst().getKey();
        String choice = made.getLast().getKey();

        tasks.blockTask(story, choice, null);
        require(refusal(() -> tasks.blockTask(choice, story, null)) == 409, "a circle");
        require(tasks.readTask(story).getBlocked(), story);
        var applied = tasks.applyTemplate(story, new ApplyTemplateRequest().template("database"), null);
        require(applied.getTask().getParentId().equals(made.getFirst().getId()) && !applied.getWarnings().isEmpty(), applied);
        var ordered = tasks.listTasks(
                null, null, null, List.of(PROJECT), null, null, null, null, null, null, "priority,-created_at", 2, null, true);
        require(ordered.getData().size() == 2 && ordered.getHasMore() && ordered.getTotalCount() == 3, ordered);
        var summary = tasks.summariseTasks(null, null, null, List.of(PROJECT), null, null, null, null, null, null);
        require(summary.getTotal() == 3 && summary.getBlocked() == 1, summary);
    }

    private static TaskOperationRequest creation(String title, UUID project) {
        return new TaskOperationRequest()
                .op(TaskOperationRequest.OpEnum.CREATE)
                .task(new TaskRequest().title(title).projectId(project));
    }

    private void writeADocument() throws ApiException {
        Document made = documents.createDocument(PROJECT, new NewDocumentRequest().title("Notes").content("one\n"), null);
        String id = made.getId().toString();
        documents.addVersion(id, new NewVersionRequest().content("two\n").note("better"), null, null);
        require(documents.compareVersions(id, 1, 2).getDiff().contains("-one\n+two\n"), id);
        require(documents.restoreVersion(id, "1", null, null).getContent().equals("one\n"), id);
    }

    private void reportAnExecution() throws ApiException {
        Execution queued = executions.queueExecution(
                PROJECT, new ExecutionRequest().agent("reviewer").input(Map.of("files", 3)), null);
        String id = queued.getId().toString();
        executions.changeExecution(id, new ReportRequest().status(ReportRequest.StatusEnum.RUNNING), null);
        var ended = executions.changeExecution(
                id, new ReportRequest().status(ReportRequest.StatusEnum.SUCCEEDED).output(List.of("fine")), null);
        require(ended.getOutput().equals(List.of("fine")) && ended.getDurationMs() != null, ended);
        var found = executions.findExecutions(queued.getCorrelationId(), null, null, null, null);
        require(found.getData().equals(List.of(ended)), found);
    }

    private void exportTheProject() throws ApiException, IOException, InterruptedException {
        Export export =
                exports.requestExport(PROJECT, new ExportRequest().format(ExportRequest.FormatEnum.CSV), null);
        String id = export.getId().toString();
        for (int tries = 0; export.getEndedAt() == null && tries < 600; tries++) {
            Thread.sleep(100);
            export = exports.readExport(id);
        }
        require(export.getStatus() == Export.StatusEnum.SUCCEEDED, export);
        long length = export.getManifest().getFiles().getFirst().getBytes();
        require(Files.size(exports.downloadExport(id, null).toPath()) == length, export);
    }

    private interface Call {
        void run() throws ApiException;
    }

    private static int refusal(Call call) {
        try {
            call.run();
            return 0;
        } catch (ApiException refused) {
            return refused.getCode();
        }
    }

    private static void require(boolean held, Object what) {
        if (!held) {
            throw new AssertionError(what);
        }
    }
}
