package io.portolan.app.ui.theme;

import io.portolan.model.design.Kinds;

import java.util.Map;

/// What kinds are called in the window, where the name of the record is not what an architect says.
public final class KindTitle {
    private static final Map<String, String> SAID =
            Map.ofEntries(
                    Map.entry("vlan", "VLAN"),
                    Map.entry("cloudNetwork", "VPC, VNet"),
                    Map.entry("cloudRegion", "Region"),
                    Map.entry("addressPool", "Addresses"),
                    Map.entry("externalApi", "Partner API"),
                    Map.entry("dnsZone", "DNS zone"),
                    Map.entry("sdnController", "SDN control"),
                    Map.entry("loadBalancer", "Balancer"),
                    Map.entry("cloudFirewall", "Cloud rules"),
                    Map.entry("virtualMachine", "Machine"),
                    Map.entry("serviceRegistry", "Registry"));

    private KindTitle() {}

    public static String of(Class<?> kind) {
        String said = SAID.get(Kinds.nameOf(kind));
        return said != null ? said : Kinds.titleOf(kind);
    }
}
