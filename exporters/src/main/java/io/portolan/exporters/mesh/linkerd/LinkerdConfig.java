package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.format.Malformed;
import io.portolan.model.format.YamlReader;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Rule;

/// What an installation was given: the key `values` of the ConfigMap `linkerd-config` in `linkerd`.
public final class LinkerdConfig {
    private static final String HOME = "linkerd";

    /// No settings were given. Installations differ in their defaults.
    public static final LinkerdConfig UNKNOWN =
            new LinkerdConfig(
                    InboundDefaults.OF_UNKNOWN_CLUSTER,
                    InboundDefaults.ofUnknownCluster(),
                    new Expr.Unknown<>("the probe networks are not in the manifests"));

    private final InboundDefaults policies;
    private final Rule inbound;
    private final Expr<Peer> probing;

    private LinkerdConfig(InboundDefaults policies, Rule inbound, Expr<Peer> probing) {
        this.policies = policies;
        this.inbound = inbound;
        this.probing = probing;
    }

    /// The policies that have names.
    InboundDefaults policies() {
        return policies;
    }

    /// What proxies let in where neither Servers nor annotations speak.
    Rule inbound() {
        return inbound;
    }

    /// From where probes come in without identity.
    Expr<Peer> probing() {
        return probing;
    }

    /// True for the object that `read` takes.
    public static boolean reads(Manifest manifest) {
        return manifest.group().isEmpty()
                && manifest.kind().equals("ConfigMap")
                && manifest.name().equals("linkerd-config")
                && manifest.namespace().equals(HOME)
                && manifest.root().get("data").isPresent();
    }

    /// @throws Part.Unfit if the settings are no YAML or name a policy that is none of Linkerd's
    public static LinkerdConfig read(Manifest manifest) {
        Part text = manifest.root().get("data", "values");
        return text.isAbsent() ? UNKNOWN : of(settings(text));
    }

    private static Part settings(Part text) {
        try {
            return new Part(YamlReader.read(text.text("{}")));
        } catch (Malformed e) {
            throw new Part.Unfit(text, "The settings of Linkerd are no YAML: " + e.getMessage());
        }
    }

    /// The second key is that of releases before 2.12.
    private static LinkerdConfig of(Part settings) {
        Part now = settings.get("proxy", "defaultInboundPolicy");
        Part before = settings.get("policyController", "defaultAllowPolicy");
        Part policy = now.isEmpty() ? before : now;
        InboundDefaults policies = InboundDefaults.within(settings.get("clusterNetworks"));
        return new LinkerdConfig(
                policies,
                policy.isEmpty()
                        ? InboundDefaults.ofUnknownCluster()
                        : policies.named(policy, "deny"),
                networks(settings.get("policyController", "probeNetworks")));
    }

    /// Everywhere, if an installation sets none.
    private static Expr<Peer> networks(Part networks) {
        return networks.isAbsent()
                ? Expr.any()
                : Expr.is(new Peer.At(networks.texts().stream().map(Cidr::parse).toList()));
    }
}
