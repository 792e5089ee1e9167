package io.portolan.model.reach.oracle;

/// A network of a cloud, for tests of its filters.
final class DrawnCloud {
    private DrawnCloud() {}

    /// Two subnets of a network with its router, and the Internet.
    static final String NETWORK =
            """
            elements:
              vpc: {kind: cloudNetwork, label: vpc, provider: PROVIDER, ranges: [10.0.0.0/16]}
              a: {kind: subnet, label: a, parent: vpc, range: 10.0.1.0/24}
              b: {kind: subnet, label: b, parent: vpc, range: 10.0.2.0/24}
              net: {kind: subnet, label: net, range: 198.51.100.0/24}
              away: {kind: subnet, label: away, range: 10.7.0.0/24}
              web: {kind: virtualMachine, label: web, parent: a, addresses: [10.0.1.10]}
              web2: {kind: virtualMachine, label: web2, parent: a, addresses: [10.0.1.11]}
              db: {kind: database, label: db, parent: b, addresses: [10.0.2.20]}
              client: {kind: client, label: client, parent: net, ranges: [198.51.100.0/24]}
              branch: {kind: client, label: branch, parent: away, ranges: [10.7.0.0/24]}
              r:
                kind: router
                label: r
                platform: other
                interfaces:
                  - {name: a, address: 10.0.1.1/24}
                  - {name: b, address: 10.0.2.1/24}
                  - {name: net, address: 198.51.100.1/24}
                  - {name: away, address: 10.7.0.1/24}
            """;

    static final String WITHOUT_ROUTER = NETWORK.substring(0, NETWORK.indexOf("  r:\n"));

    static Lab cloud(String provider, String filters) {
        return Drawn.lab(provider, NETWORK.replace("PROVIDER", provider) + filters.indent(2));
    }
}
