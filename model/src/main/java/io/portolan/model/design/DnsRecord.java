package io.portolan.model.design;

/// One resource record; `name` is relative to the zone, `@` is the zone itself.
public record DnsRecord(String name, String type, String value) {}
