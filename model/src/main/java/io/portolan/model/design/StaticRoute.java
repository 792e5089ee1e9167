package io.portolan.model.design;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.Optional;

/// One route. Without `via` the prefix is on the link; `discard` drops.
public record StaticRoute(
        Cidr prefix,
        Optional<Address> via,
        Optional<String> exit,
        Optional<String> vrf,
        boolean discard) {}
