package io.portolan.model.design;

import io.portolan.model.net.Cidr;

import java.util.Optional;

/// A block of addresses that others are cut from (IPAM). `reservePercent` shall stay free.
public record AddressPool(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Cidr range,
        Optional<String> vrf,
        Optional<Integer> reservePercent)
        implements Directory {}
