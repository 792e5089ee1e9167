package io.portolan.app.ui.views;

import io.portolan.model.design.Client;
import io.portolan.model.design.CloudFirewall;
import io.portolan.model.design.Directory;
import io.portolan.model.design.Element;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Firewall;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Internet;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Router;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.design.Zone;
import io.portolan.model.policy.Layer;

/// The layer of the design that stands out: what decides there and what it decides about.
public enum Focus {
    ALL("All"),
    NETWORK("Network"),
    POLICY("Policy"),
    MESH("Mesh"),
    EDGE("Edge");

    private final String title;

    Focus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// Whether stages of that layer are what one looks for.
    boolean decides(Layer layer) {
        return switch (this) {
            case ALL -> true;
            case NETWORK -> layer == Layer.DEVICE || layer == Layer.CLOUD;
            case POLICY -> layer != Layer.MESH && layer != Layer.GATEWAY;
            case MESH -> layer == Layer.MESH;
            case EDGE -> layer == Layer.GATEWAY;
        };
    }

    /// Whether links (cables) are part of it.
    boolean showsLinks() {
        return this == ALL || this == NETWORK;
    }

    /// Whether an element stands out by its kind; others do if a flow of this layer touches them.
    boolean shows(Element element) {
        return switch (this) {
            case ALL -> true;
            case NETWORK -> isNetwork(element);
            case POLICY ->
                    element instanceof Namespace
                            || element instanceof Workload
                            || element instanceof Firewall
                            || element instanceof CloudFirewall;
            case MESH -> element instanceof Mesh;
            case EDGE ->
                    element instanceof Gateway
                            || element instanceof LoadBalancer
                            || element instanceof Internet
                            || element instanceof ExternalApi
                            || element instanceof Client;
        };
    }

    private static boolean isNetwork(Element element) {
        return switch (element) {
            case Zone zone -> !(zone instanceof Namespace) && !(zone instanceof Mesh);
            case Endpoint end -> !(end instanceof Workload) && !(end instanceof Service);
            case Directory _ -> true;
            case Router _, Firewall _, LoadBalancer _ -> true;
            default -> false;
        };
    }
}
