package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.model.net.Cidr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Blocks of addresses that policies refer to by name or label (CiliumCIDRGroup).
final class CidrGroups {
    static final String KIND = "CiliumCIDRGroup";

    private record Group(Map<String, String> labels, List<Cidr> blocks) {}

    private final SequencedMap<String, Group> groups = new LinkedHashMap<>();

    void add(Manifest manifest) {
        List<Cidr> blocks =
                manifest.spec().get("externalCIDRs").items().stream()
                        .map(PeerReader::cidr)
                        .toList();
        groups.put(manifest.name(), new Group(manifest.labels(), blocks));
    }

    /// The blocks of the group with that name, else of all that are selected; nothing where nobody
    /// is called so.
    Optional<List<Cidr>> find(Optional<String> name, LabelSelector labels) {
        if (name.isPresent()) {
            return Optional.ofNullable(groups.get(name.get())).map(Group::blocks);
        }
        return Optional.of(
                groups.values().stream()
                        .filter(g -> labels.matches(g.labels()))
                        .flatMap(g -> g.blocks().stream())
                        .toList());
    }
}
