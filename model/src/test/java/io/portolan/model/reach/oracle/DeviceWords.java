package io.portolan.model.reach.oracle;

import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Rule;

/// One device between a DMZ and the inside, and its sessions.
abstract class DeviceWords extends Words {
    /// outside (client 198.51.100.0/24) - fw - dmz (web 10.20.0.10, web2 10.20.0.11) and inside (db
    /// 10.30.5.10, pc 10.30.5.99).
    static Lab network(String system) {
        return new Lab(system)
                .external("client", "198.51.100.0/24", "outside")
                .machine("web", "10.20.0.10", "dmz")
                .machine("web2", "10.20.0.11", "dmz")
                .machine("db", "10.30.5.10", "inside")
                .machine("pc", "10.30.5.99", "inside")
                .router(
                        "fw",
                        "if outside untrust outside 203.0.113.2",
                        "if dmz dmz dmz 10.20.0.1",
                        "if inside trust inside 10.30.0.1",
                        "to 198.51.100.0/24 outside",
                        "to 10.20.0.0/16 dmz",
                        "to 10.30.0.0/16 inside")
                .gateway("outside", "fw")
                .gateway("dmz", "fw")
                .gateway("inside", "fw");
    }

    static final Rule SESSIONS =
            allow(
                    "ct established",
                    any().passing(state(ConnectionState.ESTABLISHED, ConnectionState.RELATED)));
}
