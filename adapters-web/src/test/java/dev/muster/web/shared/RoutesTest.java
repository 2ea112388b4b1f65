package dev.muster.web.shared;

import static dev.muster.web.shared.ListedRoutes.CLOSED_OAUTH;
import static dev.muster.web.shared.ListedRoutes.OF_ADMINS;
import static dev.muster.web.shared.ListedRoutes.OPEN;
import static dev.muster.web.shared.ListedRoutes.OPEN_OAUTH;
import static dev.muster.web.shared.ListedRoutes.isOAuth;
import static dev.muster.web.shared.ListedRoutes.isOpen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** Every route there is has to be in one of the {@link ListedRoutes}, and behave as its list says. */
class RoutesTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void everyRouteIsListed() {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(ListedRoutes.all());
    }

    @TestFactory
    List<DynamicTest> everyRouteButTheOpenOnesNeedsAToken() {
        return routes().stream()
                .filter(route -> !isOpen(route) && !isOAuth(route))
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    var answer = send(route, null, "1").expectProblem(401, "missing_access_token");
                    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> openRoutesNeedNone() {
        return OPEN.stream()
                .map(route -> DynamicTest.dynamicTest(
                        route, () -> assertThat(send(route, null, "1").status()).isIn(200, 202, 422)))
                .toList();
    }

    @Test
    void routesOfOAuthRefuseInItsWords() {
        OPEN_OAUTH.forEach(route ->
                assertThat(send(route, null, "1").expect(415).text("error")).isEqualTo("invalid_request"));
        CLOSED_OAUTH.forEach(route -> assertThat(muster.send(muster.request(route.split(" ", 2)[1])
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("token=x")))
                        .expect(401)
                        .text("error"))
                .isEqualTo("invalid_token"));
    }

    @Test
    void whatNotEverybodyMayDoIsAskedForBeforeTheBodyIsRead() {
        assertThat(uriRoutes()
                        .filter(route -> RouteRules.of(route).needed() != null)
                        .map(RoutesTest::name)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(OF_ADMINS);
    }

    @Test
    void typesThatRangesStandForAreThoseOfTheRoutes() {
        assertThat(uriRoutes()
                        .flatMap(route -> route.getProduces().stream())
                        .map(MediaType::getName)
                        .filter(type -> !type.equals(MediaType.ALL))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(AcceptedTypes.ANSWERED);
    }

    @TestFactory
    List<DynamicTest> unknownParametersAreRefusedEverywhere() {
        String token = muster.signUp().token();
        return routes().stream()
                .filter(route -> !isOAuth(route))
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    String withQuery = route + "?surprise=1";
                    send(withQuery, token, "1").expectProblem(400, "unknown_parameter");
                }))
                .toList();
    }

    @Test
    @SuppressWarnings("unchecked")
    void documentHasEveryRouteOfTheApiAndSaysWhichNeedAToken() {
        Map<String, Object> document =
                new Yaml().load(muster.get("/openapi.yaml", null).body());
        Set<String> documented = new TreeSet<>();
        ((Map<String, Map<String, Map<String, Object>>>) document.get("paths"))
                .forEach((path, methods) -> methods.forEach((method, operation) -> {
                    String route = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
                    documented.add(route);
                    assertThat(operation.containsKey("security")).as(route).isEqualTo(!isOpen(route));
                }));

        assertThat(routes())
                .filteredOn(route -> !documented.contains(route))
                .allMatch(route -> route.contains("/docs") || route.contains("/openapi.yaml"));
        assertThat(routes()).containsAll(documented);
    }

    private static Answer send(String route, String token, String id) {
        return ListedRoutes.send(muster, route, token, id);
    }

    /** HEAD comes with every GET. */
    private static Set<String> routes() {
        return uriRoutes().map(RoutesTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<UriRouteInfo<?, ?>> uriRoutes() {
        return muster.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD);
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }
}
