package io.portolan.model.compile;

/// The design that most tests begin with: a cluster with a shop, a firewall, and a database behind
/// it.
final class Shop {
    private Shop() {}

    static final String CLUSTER =
            """
            elements:
              k1:
                kind: cluster
                label: k1
                cni: {product: calico, encapsulation: vxlan}
                podRanges: [10.1.0.0/16]
                serviceRanges: [10.96.0.0/16]
                nodeRanges: [10.9.0.0/24]
                masquerade: outside-cluster
                policy: derived
              ns:
                kind: namespace
                label: shop
                parent: k1
                labels: {team: web}
              web:
                kind: workload
                label: web
                parent: ns
                workloadKind: deployment
                labels: {app: web}
              api:
                kind: workload
                label: api
                parent: ns
                workloadKind: deployment
                labels: {app: api}
                serviceAccount: api
                ports:
                  - {name: http, protocol: tcp, port: 8080}
              api-svc:
                kind: service
                label: api
                parent: ns
                type: cluster-ip
                address: 10.96.0.2
                selector: {app: api}
                externalTrafficPolicy: cluster
                ports:
                  - {name: http, protocol: tcp, port: 80, target: http}
            """;

    /// PLATFORM is the firewall's.
    static final String DATA =
            """
              fw:
                kind: firewall
                label: fw
                platform: PLATFORM
                interfaces:
                  - {name: k8s, address: 10.9.0.254/24, securityLevel: 50}
                  - {name: data, address: 10.30.5.254/24, securityLevel: 80}
                policy: derived
              vlan:
                kind: vlan
                label: data
                tag: 130
                subnet: 10.30.5.0/24
                gateway: 10.30.5.254
              pg:
                kind: database
                label: pg
                parent: vlan
                addresses: [10.30.5.10]
                ports:
                  - {protocol: tcp, port: 5432}
            """;

    static final String LINKS =
            """
            links:
              a: {from: fw, fromInterface: k8s, to: k1}
              b: {from: fw, fromInterface: data, to: vlan}
            """;

    static String flow(String id, String from, String to, String ports) {
        return """
          %s: {from: %s, to: %s, intent: allow, protocol: tcp, ports: "%s", encryption: not-required}
        """
                .formatted(id, from, to, ports);
    }

    /// The whole design with these flows.
    static String with(String platform, String... flows) {
        return CLUSTER
                + DATA.replace("PLATFORM", platform)
                + LINKS
                + "flows:\n"
                + String.join("", flows);
    }
}
