package io.portolan.exporters.kubernetes;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.Source;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Generated estates: as many policies of a system as asked for, with what their selectors may mean
/// growing alike.
record LargeEstate(String name, IntFunction<Stream<String>> texts) {
    private static final int IN_A_NAMESPACE = 50;

    /// Service accounts, network sets and host endpoints, to each of which some policies refer.
    static final LargeEstate CALICO =
            new LargeEstate(
                    "calico",
                    size ->
                            Stream.of(
                                    each(size / 5, LargeEstate::account),
                                    each(size / 5, LargeEstate::networkSet),
                                    each(size / 10, LargeEstate::hostEndpoint),
                                    each(size, LargeEstate::calicoPolicy)));

    /// Equal orders in many namespaces and for all of them.
    static final LargeEstate CALICO_ORDERS =
            new LargeEstate(
                    "calico-orders",
                    size ->
                            Stream.of(
                                    each(size / 2, LargeEstate::networkPolicy),
                                    each(size / 2, LargeEstate::globalPolicy)));

    /// Servers with routes of several matches and authorizations.
    static final LargeEstate LINKERD =
            new LargeEstate(
                    "linkerd",
                    size ->
                            Stream.of(
                                    each(size / 5, LargeEstate::server),
                                    each(size / 5, LargeEstate::route),
                                    each(size, LargeEstate::authorization)));

    /// Sidecars that name hosts of a registry.
    static final LargeEstate ISTIO =
            new LargeEstate(
                    "istio",
                    size ->
                            Stream.of(
                                    each(size, LargeEstate::service),
                                    each(size / 2, LargeEstate::sidecar)));

    static final List<LargeEstate> ALL = List.of(CALICO, CALICO_ORDERS, LINKERD, ISTIO);

    List<Source> of(int size) {
        return texts.apply(size).map(text -> new Source("f.yaml", text)).toList();
    }

    static long policies(ImportResult result) {
        return result.design().observed().points().stream()
                .flatMap(point -> point.blocks().stream())
                .mapToLong(block -> block.policies().size())
                .sum();
    }

    private static String each(int count, IntFunction<String> object) {
        return IntStream.range(0, count).mapToObj(object).collect(Collectors.joining("---\n"));
    }

    private static int namespace(int number) {
        return number / IN_A_NAMESPACE;
    }

    private static String account(int i) {
        return """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: a%d, namespace: n%d, labels: {role: r%d}}
        """
                .formatted(i, namespace(i), i % 100);
    }

    private static String networkSet(int i) {
        return """
        apiVersion: projectcalico.org/v3
        kind: GlobalNetworkSet
        metadata: {name: s%d, labels: {partner: p%d}}
        spec: {nets: [198.51.%d.%d/32]}
        """
                .formatted(i, i % 100, i / 250 % 250, i % 250);
    }

    private static String hostEndpoint(int i) {
        return """
        apiVersion: projectcalico.org/v3
        kind: HostEndpoint
        metadata: {name: h%d, labels: {host: h%d}}
        spec: {node: node%d, interfaceName: eth0, expectedIPs: [10.9.%d.%d]}
        """
                .formatted(i, i % 100, i, i / 250, i % 250);
    }

    private static String calicoPolicy(int i) {
        return """
        apiVersion: projectcalico.org/v3
        kind: GlobalNetworkPolicy
        metadata: {name: p%d}
        spec:
          order: %d
          selector: app == 'a%d'
          ingress:
          - {action: Allow, source: {serviceAccounts: {selector: role == 'r%d'}}}
          - {action: Allow, source: {selector: partner == 'p%d'}}
          - {action: Deny, source: {selector: host == 'h%d'}}
        """
                .formatted(i, i, i, i % 100, i % 100, i % 100);
    }

    private static String networkPolicy(int i) {
        return """
        apiVersion: projectcalico.org/v3
        kind: NetworkPolicy
        metadata: {name: p%d, namespace: n%d}
        spec: {selector: app == 'a', ingress: [{action: Allow}]}
        """
                .formatted(i, namespace(i));
    }

    private static String globalPolicy(int i) {
        return """
        apiVersion: projectcalico.org/v3
        kind: GlobalNetworkPolicy
        metadata: {name: g%d}
        spec: {selector: app == 'a', ingress: [{action: Deny}]}
        """
                .formatted(i);
    }

    private static String server(int i) {
        return """
        apiVersion: policy.linkerd.io/v1beta3
        kind: Server
        metadata: {name: s%d, namespace: n%d}
        spec: {podSelector: {matchLabels: {app: a%d}}, port: 80}
        """
                .formatted(i, namespace(i), i);
    }

    private static String route(int i) {
        String matches =
                IntStream.range(0, 10)
                        .mapToObj("{path: {value: /p%d}}"::formatted)
                        .collect(Collectors.joining(", "));
        return """
        apiVersion: policy.linkerd.io/v1beta3
        kind: HTTPRoute
        metadata: {name: r%1$d, namespace: n%2$d}
        spec:
          parentRefs: [{name: s%1$d, kind: Server, group: policy.linkerd.io}]
          rules: [{matches: [%3$s]}]
        """
                .formatted(i, namespace(i), matches);
    }

    private static String authorization(int i) {
        return """
        apiVersion: policy.linkerd.io/v1alpha1
        kind: AuthorizationPolicy
        metadata: {name: p%d, namespace: n%d}
        spec: {targetRef: {kind: %s, name: %s%d}, requiredAuthenticationRefs: [{kind: ServiceAccount, name: a%d}]}
        """
                .formatted(
                        i,
                        namespace(i / 5),
                        i % 2 == 0 ? "Server" : "HTTPRoute",
                        i % 2 == 0 ? "s" : "r",
                        i / 5,
                        i);
    }

    private static String service(int i) {
        return """
        apiVersion: v1
        kind: Service
        metadata: {name: s%d, namespace: n%d}
        spec: {selector: {app: a%d}, ports: [{port: 80}]}
        """
                .formatted(i, namespace(i), i);
    }

    private static String sidecar(int i) {
        return """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: s%1$d, namespace: n%2$d}
        spec:
          workloadSelector: {labels: {app: a%1$d}}
          egress: [{hosts: [./*, n0/s1.n0.svc.cluster.local, '*/s7.n0.svc.cluster.local']}]
          outboundTrafficPolicy: {mode: REGISTRY_ONLY}
        """
                .formatted(i, namespace(i));
    }
}
