package io.portolan.model.design;

/// Firewalls, by configuration language.
public enum FirewallPlatform {
    NFTABLES,
    IPTABLES,
    ASA,
    IOS,
    JUNOS,
    PAN_OS,
    FORTI_OS
}
