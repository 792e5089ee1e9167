package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.NetworkValues;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.net.Cidr;

/// A block that pods take their addresses from, and how their packets cross between nodes.
record IpPool(Cidr block, Encapsulation encapsulation) {
    private static final String NEVER = "Never";

    static IpPool read(Manifest manifest) {
        Part spec = manifest.spec();
        boolean vxlan = !spec.get("vxlanMode").text(NEVER).equals(NEVER);
        boolean ipip = !spec.get("ipipMode").text(NEVER).equals(NEVER);
        return new IpPool(
                NetworkValues.cidr(spec.get("cidr")),
                vxlan ? Encapsulation.VXLAN : ipip ? Encapsulation.IP_IN_IP : Encapsulation.NONE);
    }
}
