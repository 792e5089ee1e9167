package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.LinkerdTexts.PODS;
import static io.portolan.exporters.edgecases.LinkerdTexts.ROUTE;
import static io.portolan.exporters.edgecases.LinkerdTexts.SERVER;
import static io.portolan.exporters.edgecases.LinkerdTexts.account;
import static io.portolan.exporters.edgecases.LinkerdTexts.authorized;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.reach.Question;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// Routes of Linkerd from their text to the verdict.
final class LinkerdRoutesTest {
    @Test
    void aRequestThatNoRouteMatchesIsAnsweredWith404() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        SERVER,
                        ROUTE,
                        authorized("web", "HTTPRoute", "orders", account("shop", "web")),
                        authorized("batch", "Server", "api", account("jobs", "batch")));
        EdgeCase.Asked web = shop.from("shop/web").to("shop/api");
        web.http(8080, "GET", "/orders/1").isAllowed().because("shop/web");
        web.http(8080, "GET", "/ordersx").isDenied().because("404");
        web.tcp(8080).isUndefined("");
        shop.from("jobs/batch").to("shop/api").http(8080, "GET", "/orders").isAllowed();
        shop.from("jobs/batch").to("shop/api").http(8080, "GET", "/other").isDenied();
    }

    @Test
    void theRouteOfTheMostSpecificHostDecides() {
        String any = ROUTE.replace("rules:", "hostnames: ['*.example.org']\n  rules:");
        String one =
                ROUTE.replace("name: orders", "name: one")
                        .replace("rules:", "hostnames: [a.example.org]\n  rules:")
                        .replace("value: /orders", "value: /");
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        SERVER,
                        any,
                        one,
                        authorized("web", "HTTPRoute", "orders", account("shop", "web")));
        EdgeCase.Asked web = shop.from("shop/web").to("shop/api");
        at(web, "b.example.org").isAllowed();
        at(web, "a.example.org").isDenied();
        at(web, "elsewhere.test").isDenied().because("404");
        web.http(8080, "GET", "/orders").isUndefined("");
    }

    private static Judged at(EdgeCase.Asked asked, String host) {
        return asked.over(
                Protocol.TCP,
                PortSet.of(8080),
                new Question.Payload(
                        Optional.empty(),
                        Optional.of(host),
                        Optional.of("GET"),
                        Optional.of("/orders"),
                        false));
    }

    @Test
    void aMethodOfGrpcIsAPath() {
        String calls =
                ROUTE.replace("HTTPRoute", "GRPCRoute")
                        .replace("path: {value: /orders}", "method: {service: a.B, method: Get}");
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        SERVER,
                        calls,
                        authorized("web", "GRPCRoute", "orders", account("shop", "web")));
        EdgeCase.Asked web = shop.from("shop/web").to("shop/api");
        web.http(8080, "POST", "/a.B/Get").isAllowed();
        web.http(8080, "POST", "/a.B/Put").isDenied().because("404");
    }
}
