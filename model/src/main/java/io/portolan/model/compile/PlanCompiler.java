package io.portolan.model.compile;

import io.portolan.model.design.Design;

/// Makes the enforcement plan of a design: what was found there first, then what its flows need.
public final class PlanCompiler {
    private PlanCompiler() {}

    /// The same design always gives the same plan, in the same order.
    public static CompiledDesign compile(Design design) {
        Ground ground = Ground.of(design);
        return new CompiledDesign(design, EstateBuilder.build(ground), design.observed());
    }
}
