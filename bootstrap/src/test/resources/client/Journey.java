import client.ApiClient;
import client.ApiException;
import client.ApiResponse;
import client.api.SessionsApi;
import client.api.TasksApi;
import client.model.LoginRequest;
import client.model.Task;
import client.model.TaskRequest;
import java.util.List;

/** What someone does who has nothing but the generated client. Arguments: address, user name, password. */
public final class Journey {

    private final TasksApi tasks;

    public static void main(String[] arguments) throws ApiException {
        var journey = new Journey(signedIn(arguments[0], arguments[1], arguments[2]));
        journey.changeATask();
        System.out.println("arrived");
    }

    private Journey(ApiClient client) {
        tasks = new TasksApi(client);
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
