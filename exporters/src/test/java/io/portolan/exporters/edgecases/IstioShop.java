package io.portolan.exporters.edgecases;

/// Three pods of two namespaces, and objects of Istio in a few words; texts can be joined.
final class IstioShop {
    static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: data, labels: {app: db}}
            ---
            """;

    /// With a service, and a partner outside.
    static final String SHOP =
            PODS
                    + """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: api, namespace: shop}
                    spec: {selector: {app: api}, ports: [{port: 80}]}
                    ---
                    apiVersion: networking.istio.io/v1
                    kind: ServiceEntry
                    metadata: {name: partner, namespace: shop}
                    spec: {hosts: [api.partner.example], ports: [{number: 443, name: tls, protocol: TLS}]}
                    ---
                    """;

    private IstioShop() {}

    static String namespace(String name, String labels) {
        return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %s, labels: {%s}}
        ---
        """
                .formatted(name, labels);
    }

    /// An AuthorizationPolicy of the shop.
    static String policy(String spec) {
        return policy("shop", spec);
    }

    static String policy(String namespace, String spec) {
        return authorization("p", namespace, spec);
    }

    static String authorization(String name, String namespace, String spec) {
        return """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: %s, namespace: %s}
        spec: %s
        ---
        """
                .formatted(name, namespace, spec);
    }

    /// A PeerAuthentication.
    static String peers(String name, String namespace, String spec) {
        return """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata: {name: %s, namespace: %s}
        spec: %s
        ---
        """
                .formatted(name, namespace, spec);
    }

    static String envoyFilter(String namespace, String spec) {
        return """
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata: {name: lua, namespace: %s}
        spec: %s
        ---
        """
                .formatted(namespace, spec);
    }

    static EdgeCase.Asked webToApi(EdgeCase shop) {
        return shop.from("shop/web").to("shop/api[Pod]");
    }
}
