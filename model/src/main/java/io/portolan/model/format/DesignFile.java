package io.portolan.model.format;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Governance;
import io.portolan.model.design.Layout;
import io.portolan.model.design.Link;
import io.portolan.model.policy.EnforcementPlan;

import java.util.SequencedMap;

/// The keys of `name.portolan.yaml` in their order. `portolan` is the version of the form.
record DesignFile(
        int portolan,
        String name,
        SequencedMap<ElementId, Element> elements,
        SequencedMap<String, Link> links,
        SequencedMap<String, Flow> flows,
        Governance governance,
        EnforcementPlan observed) {

    static DesignFile of(Design design) {
        return new DesignFile(
                Migrations.CURRENT,
                design.name(),
                design.elements(),
                design.links(),
                design.flows(),
                design.governance(),
                design.observed());
    }

    Design design() {
        return new Design(name, elements, links, flows, observed, governance, Layout.EMPTY);
    }
}
