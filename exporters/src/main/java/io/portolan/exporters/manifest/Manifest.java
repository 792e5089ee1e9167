package io.portolan.exporters.manifest;

import io.portolan.model.format.Position;
import io.portolan.model.policy.Origin;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One Kubernetes object with the file it stands in.
public record Manifest(
        String apiVersion,
        String kind,
        String namespace,
        String name,
        Map<String, String> labels,
        Part root,
        String file) {
    private static final String DEFAULT_NAMESPACE = "default";

    /// Kinds of which there is one of a name in the whole cluster.
    private static final Set<String> WITHOUT_NAMESPACE =
            Set.of(
                    "AdminNetworkPolicy",
                    "AdminPolicyBasedExternalRoute",
                    "BaselineAdminNetworkPolicy",
                    "CiliumCIDRGroup",
                    "CiliumClusterwideEnvoyConfig",
                    "CiliumClusterwideNetworkPolicy",
                    "CiliumEgressGatewayPolicy",
                    "ClusterNetworkPolicy",
                    "ClusterUserDefinedNetwork",
                    "FelixConfiguration",
                    "GatewayClass",
                    "GlobalNetworkPolicy",
                    "GlobalNetworkSet",
                    "HostEndpoint",
                    "IPPool",
                    "IngressClass",
                    "Namespace",
                    "Node",
                    "Profile",
                    "StagedGlobalNetworkPolicy",
                    "Tier");

    public Manifest {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /// The object that `root` holds; its namespace is `default` where none is written.
    ///
    /// @throws Part.Unfit if the metadata cannot be decoded
    static Manifest of(String apiVersion, String kind, Part root, String file) {
        Part metadata = root.get("metadata");
        return new Manifest(
                apiVersion,
                kind,
                metadata.get("namespace")
                        .text()
                        .filter(n -> !n.isEmpty())
                        .orElse(DEFAULT_NAMESPACE),
                metadata.get("name").text(""),
                metadata.get("labels").strings(),
                root,
                file);
    }

    /// An object of which nothing but the kind can be read.
    static Manifest lost(String apiVersion, String kind, Position at, String file) {
        return new Manifest(apiVersion, kind, "?", "?", Map.of(), Part.absent(at), file);
    }

    /// The group of the API (`networking.k8s.io`), empty for the core.
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    public Map<String, String> annotations() {
        return root.get("metadata").get("annotations").strings();
    }

    public Part spec() {
        return root.get("spec");
    }

    public int line() {
        return root.line();
    }

    /// How messages call it: `NetworkPolicy shop/web`, `AdminNetworkPolicy dns`.
    public String title() {
        return kind + " " + path();
    }

    /// Its name with the namespace, if its kind has one.
    public String path() {
        return WITHOUT_NAMESPACE.contains(kind) ? name : namespace + "/" + name;
    }

    /// Where a part of this object stands.
    public Origin at(Part part) {
        return new Origin.Line(file, part.line());
    }
}
