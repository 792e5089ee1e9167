package io.portolan.model.design;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;

/// What a zone answers to some clients (none named: to all). `forwarders` are asked for other
/// names.
public record DnsView(
        String name, List<Cidr> clients, List<DnsRecord> records, List<Address> forwarders) {
    public DnsView {
        clients = List.copyOf(clients);
        records = List.copyOf(records);
        forwarders = List.copyOf(forwarders);
    }
}
