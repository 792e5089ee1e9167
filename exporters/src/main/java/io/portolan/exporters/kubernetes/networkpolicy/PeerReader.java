package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.kubernetes.networkpolicy.NetworkPolicy.Peer;
import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.NetworkValues;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// Reads one entry of `from` or `to`.
final class PeerReader {
    private PeerReader() {}

    static Peer read(Part entry) {
        entry.checkKeys("podSelector", "namespaceSelector", "ipBlock");
        Part pods = entry.get("podSelector");
        Part namespaces = entry.get("namespaceSelector");
        Part block = entry.get("ipBlock");
        if (block.isPresent()) {
            return addresses(entry, block, pods.isPresent() || namespaces.isPresent());
        }
        if (pods.isAbsent() && namespaces.isAbsent()) {
            throw new Part.Unfit(
                    entry,
                    "An entry of from or to must name podSelector, namespaceSelector or ipBlock."
                            + " To mean everybody, leave out the whole list.");
        }
        return new Peer.Pods(
                Optional.of(namespaces).filter(Part::isPresent).map(LabelSelector::read),
                LabelSelector.read(pods));
    }

    private static Peer addresses(Part entry, Part block, boolean selectors) {
        if (selectors) {
            throw new Part.Unfit(
                    entry, "An ipBlock must stand alone. Write the selectors as another entry.");
        }
        block.checkKeys("cidr", "except");
        Cidr cidr = NetworkValues.cidr(block.get("cidr"));
        List<Cidr> except = block.get("except").items().stream().map(e -> except(e, cidr)).toList();
        return new Peer.Addresses(cidr, except);
    }

    private static Cidr except(Part part, Cidr within) {
        Cidr except = NetworkValues.cidr(part);
        if (!within.contains(except) || within.equals(except)) {
            throw new Part.Unfit(
                    part,
                    "The exception (%s) must be a smaller block within %s."
                            .formatted(except, within));
        }
        return except;
    }
}
