package io.portolan.model.design;

/// An element that names or places others.
public sealed interface Directory extends Element
        permits DnsZone, ServiceRegistry, AddressPool, SdnController {}
