package io.portolan.model.reach;

import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.function.Consumer;

/// x
final class FactoredRelation implements Relation {
    private final Parts parts;

    FactoredRelation(Parts parts) {
        this.parts = parts;
    }

    @Override
    public TrafficSet allowed(String from, String to) {
        return parts.plan().hasRouters() ? TrafficSet.NONE : TrafficSet.ALL;
    }

    @Override
    public List<Cidr> externalBlocks() {
        return List.of();
    }

    @Override
    public void forEach(Consumer<Connection> visitor) {}
}
