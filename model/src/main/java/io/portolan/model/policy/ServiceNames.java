package io.portolan.model.policy;

/// The full DNS names of Services: by them whoever reads manifests, where addresses are rarely
/// said, means a Service in translations and legs of an observed plan.
public final class ServiceNames {
    /// The usual domain of a cluster; manifests do not say another.
    private static final String DOMAIN = ".svc.cluster.local";

    private ServiceNames() {}

    /// `web.shop.svc.cluster.local`
    public static String of(String name, String namespace) {
        return name + "." + namespace + DOMAIN;
    }

    public static boolean isOne(String host) {
        return host.endsWith(DOMAIN);
    }
}
