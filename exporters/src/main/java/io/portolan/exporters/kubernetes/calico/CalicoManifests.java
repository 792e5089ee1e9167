package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.format.Malformed;
import io.portolan.model.format.YamlReader;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Remark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What all objects of Calico have in common, in the form that users write and in the form in which
/// the cluster stores them.
final class CalicoManifests {
    static final String STORED = "crd.projectcalico.org";
    private static final List<String> GROUPS = List.of("projectcalico.org", STORED);
    private static final String METADATA = "projectcalico.org/metadata";

    private CalicoManifests() {}

    static boolean is(Manifest manifest, List<String> kinds) {
        return GROUPS.contains(manifest.group()) && kinds.contains(manifest.kind());
    }

    /// The labels; older releases store those of the user in an annotation.
    static Map<String, String> labels(Manifest manifest) {
        Map<String, String> labels = new TreeMap<>(stored(manifest));
        labels.putAll(manifest.labels());
        return labels;
    }

    private static Map<String, String> stored(Manifest manifest) {
        String metadata = manifest.annotations().getOrDefault(METADATA, "");
        try {
            return YamlReader.readAll(metadata).stream()
                    .findFirst()
                    .map(node -> Map.copyOf(new Part(node).get("labels").strings()))
                    .orElse(Map.of());
        } catch (Malformed | Part.Unfit e) {
            return Map.of();
        }
    }

    static Remark remark(Manifest manifest, Part part) {
        return new Remark(manifest.at(part), "", false);
    }

    /// Blocks and single addresses.
    static List<Cidr> nets(Part list) {
        return list.items().stream().map(CalicoManifests::net).toList();
    }

    private static Cidr net(Part part) {
        String text = part.text("");
        boolean single = text.indexOf('/') < 0;
        try {
            return Cidr.parse(single ? text + (text.indexOf(':') < 0 ? "/32" : "/128") : text);
        } catch (IllegalArgumentException e) {
            throw new Part.Unfit(part, String.valueOf(e.getMessage()));
        }
    }
}
