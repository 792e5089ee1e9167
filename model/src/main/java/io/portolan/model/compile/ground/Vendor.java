package io.portolan.model.compile.ground;

import io.portolan.model.design.FirewallPlatform;
import io.portolan.model.design.RouterPlatform;

/// Whose way of filtering and translating a device follows.
public enum Vendor {
    LINUX,
    ASA,
    /// Access lists on interfaces: IOS, NX-OS, EOS.
    ACCESS_LISTS,
    SRX,
    /// Stateless filters of Junos on a router.
    JUNOS_FILTERS,
    PAN_OS,
    FORTI_OS,
    /// Nothing is known of its filters and translations.
    UNKNOWN;

    /// That of a firewall.
    public static Vendor of(FirewallPlatform platform) {
        return switch (platform) {
            case NFTABLES, IPTABLES -> LINUX;
            case ASA -> ASA;
            case IOS -> ACCESS_LISTS;
            case JUNOS -> SRX;
            case PAN_OS -> PAN_OS;
            case FORTI_OS -> FORTI_OS;
        };
    }

    /// That of a router.
    static Vendor of(RouterPlatform platform) {
        return switch (platform) {
            case IOS, NX_OS, EOS -> ACCESS_LISTS;
            case JUNOS -> JUNOS_FILTERS;
            case FRR, OTHER -> UNKNOWN;
        };
    }
}
