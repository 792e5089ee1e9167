package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Address;
import io.portolan.model.policy.Direction;

import java.util.Optional;

/// Reads what policies refer to: tiers, sets, host endpoints, profiles.
final class ObjectReader {
    private ObjectReader() {}

    static Tier tier(Manifest manifest) {
        Part action = manifest.spec().get("defaultAction");
        return switch (action.text("Deny")) {
            case "Deny" -> tier(manifest, false);
            case "Pass" -> tier(manifest, true);
            case String other ->
                    throw new Part.Unfit(
                            action,
                            "The default action (%s) must be Deny or Pass.".formatted(other));
        };
    }

    private static Tier tier(Manifest manifest, boolean passes) {
        return new Tier(manifest.name(), Numbers.read(manifest.spec().get("order")), passes);
    }

    static NetworkSet networkSet(Manifest manifest) {
        return new NetworkSet(
                Optional.of(manifest.namespace()).filter(_ -> !manifest.kind().contains("Global")),
                manifest.name(),
                CalicoManifests.labels(manifest),
                CalicoManifests.nets(manifest.spec().get("nets")));
    }

    static HostEndpoint hostEndpoint(Manifest manifest) {
        Part spec = manifest.spec();
        return new HostEndpoint(
                manifest.name(),
                spec.get("node").text(""),
                spec.get("interfaceName").text(""),
                CalicoManifests.labels(manifest),
                spec.get("expectedIPs").items().stream().map(ObjectReader::address).toList(),
                spec.get("profiles").texts(),
                CalicoManifests.remark(manifest, manifest.root()));
    }

    private static Address address(Part part) {
        try {
            return Address.parse(part.text(""));
        } catch (IllegalArgumentException e) {
            throw new Part.Unfit(part, String.valueOf(e.getMessage()));
        }
    }

    static Profile profile(Manifest manifest) {
        RuleReader rules = new RuleReader(manifest, Optional.empty());
        return new Profile(
                manifest.name(),
                manifest.spec().get("labelsToApply").strings(),
                rules.read(manifest.spec().get("ingress"), Direction.IN),
                rules.read(manifest.spec().get("egress"), Direction.OUT));
    }
}
