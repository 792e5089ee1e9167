package io.portolan.model.change;

import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Governance;
import io.portolan.model.design.Link;
import io.portolan.model.design.View;
import io.portolan.model.policy.EnforcementPlan;

import java.util.List;
import java.util.SequencedMap;

/// One edit of a design, as data: it can be shown, stored in the journal and applied again. There
/// are no inverse edits; going back uses the design from before.
public sealed interface Change {
    /// What was done, as the menu shows it after "Undo": `add firewall edge-fw`.
    String label();

    Design applyTo(Design design);

    /// Adds or replaces an element.
    record Put(String label, Element element) implements Change {
        @Override
        public Design applyTo(Design design) {
            return design.with(element);
        }
    }

    /// Takes elements away; what refers to them becomes a finding.
    record Remove(String label, List<ElementId> ids) implements Change {
        public Remove {
            ids = List.copyOf(ids);
        }

        @Override
        public Design applyTo(Design design) {
            return design.withElements(map -> ids.forEach(map::remove));
        }
    }

    /// Adds or replaces a link.
    record PutLink(String label, Link link) implements Change {
        @Override
        public Design applyTo(Design design) {
            return design.with(link);
        }
    }

    record RemoveLink(String label, String id) implements Change {
        @Override
        public Design applyTo(Design design) {
            return design.withoutLink(id);
        }
    }

    /// Adds or replaces a flow.
    record PutFlow(String label, Flow flow) implements Change {
        @Override
        public Design applyTo(Design design) {
            return design.with(flow);
        }
    }

    record RemoveFlow(String label, String id) implements Change {
        @Override
        public Design applyTo(Design design) {
            return design.withoutFlow(id);
        }
    }

    /// Places elements.
    record Move(String label, SequencedMap<ElementId, Box> to) implements Change {
        @Override
        public Design applyTo(Design design) {
            return design.with(design.layout().with(to));
        }
    }

    /// Replaces the saved views.
    record KeepViews(String label, List<View> views) implements Change {
        public KeepViews {
            views = List.copyOf(views);
        }

        @Override
        public Design applyTo(Design design) {
            return design.with(design.layout().withViews(views));
        }
    }

    /// Replaces the policies that were found.
    record Observe(String label, EnforcementPlan observed) implements Change {
        @Override
        public Design applyTo(Design design) {
            return design.with(observed);
        }
    }

    /// Replaces severities, suppressions and permitted crossings.
    record Govern(String label, Governance governance) implements Change {
        @Override
        public Design applyTo(Design design) {
            return design.with(governance);
        }
    }

    record RenameDesign(String label, String name) implements Change {
        @Override
        public Design applyTo(Design design) {
            return design.renamed(name);
        }
    }

    /// Several changes that are one to the user.
    record All(String label, List<Change> changes) implements Change {
        public All {
            changes = List.copyOf(changes);
        }

        @Override
        public Design applyTo(Design design) {
            Design result = design;
            for (Change change : changes) {
                result = change.applyTo(result);
            }
            return result;
        }
    }
}
