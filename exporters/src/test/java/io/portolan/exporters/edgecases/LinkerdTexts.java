package io.portolan.exporters.edgecases;

/// Objects of a mesh of Linkerd that several tests ask about.
final class LinkerdTexts {
    private LinkerdTexts() {}

    static final String PODS =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: jobs, annotations: {linkerd.io/inject: enabled}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: web}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            spec: {serviceAccountName: batch}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: old, namespace: legacy, labels: {app: old}}
            """;
    static final String SERVER =
            """
            apiVersion: policy.linkerd.io/v1beta3
            kind: Server
            metadata: {name: api, namespace: shop}
            spec: {podSelector: {matchLabels: {app: api}}, port: 8080, proxyProtocol: HTTP/1}
            """;

    static String config(String policy) {
        return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: linkerd-config, namespace: linkerd}
        data:
          values: |
            proxy: {defaultInboundPolicy: %s}
        """
                .formatted(policy);
    }

    static String authorized(String name, String targetKind, String target, String refs) {
        return """
        apiVersion: policy.linkerd.io/v1alpha1
        kind: AuthorizationPolicy
        metadata: {name: %s, namespace: shop}
        spec: {targetRef: {group: policy.linkerd.io, kind: %s, name: %s}, requiredAuthenticationRefs: %s}
        """
                .formatted(name, targetKind, target, refs);
    }

    static String account(String namespace, String name) {
        return "[{kind: ServiceAccount, namespace: %s, name: %s}]".formatted(namespace, name);
    }

    static final String ROUTE =
            """
            apiVersion: policy.linkerd.io/v1beta3
            kind: HTTPRoute
            metadata: {name: orders, namespace: shop}
            spec:
              parentRefs: [{group: policy.linkerd.io, kind: Server, name: api}]
              rules: [{matches: [{path: {value: /orders}}]}]
            """;
}
