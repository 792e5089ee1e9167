package io.portolan.model.reach;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Flow;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.function.Consumer;

/// Interprets the plan of one compiled design.
final class DefaultReachability implements Reachability {
    private final CompiledDesign compiled;

    DefaultReachability(CompiledDesign compiled) {
        this.compiled = compiled;
    }

    @Override
    public Verdict evaluate(Flow flow) {
        return undecided();
    }

    @Override
    public Verdict evaluate(Question question) {
        return undecided();
    }

    private Verdict undecided() {
        return new Verdict.Undefined(
                List.of(),
                "The plan (%d points) is not interpreted yet."
                        .formatted(compiled.plan().points().size()));
    }

    @Override
    public Relation relation() {
        return new Relation() {
            @Override
            public TrafficSet allowed(String from, String to) {
                return TrafficSet.NONE;
            }

            @Override
            public List<Cidr> externalBlocks() {
                return List.of(Cidr.all(false), Cidr.all(true));
            }

            @Override
            public void forEach(Consumer<Connection> visitor) {}
        };
    }
}
