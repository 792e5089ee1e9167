package io.portolan.app.ui.views;

import io.portolan.app.picture.EdgeId;
import io.portolan.app.picture.Lens;
import io.portolan.app.service.Analysis;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementFilter;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Link;
import io.portolan.model.design.Mesh;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Grinds the lens for a filter and a layer: the elements that are found with what they are in, and
/// the lines between them.
final class Lenses {
    private final Design design;
    private final Optional<Analysis> analysis;
    private final Focus focus;
    private final Map<String, Layer> layers = new HashMap<>();
    private final Set<ElementId> elements = new HashSet<>();
    private final Set<EdgeId> edges = new HashSet<>();

    private Lenses(Design design, Optional<Analysis> analysis, Focus focus) {
        this.design = design;
        this.analysis = analysis;
        this.focus = focus;
        if (focus != Focus.ALL) {
            analysis.ifPresent(a -> a.compiled().plan().points().forEach(point -> add(point)));
        }
    }

    private void add(EnforcementPoint point) {
        layers.put(point.id(), point.layer());
    }

    /// The lens; none where everything is to be seen.
    static Optional<Lens> of(
            Design design, Optional<Analysis> analysis, ElementFilter filter, Focus focus) {
        if (filter.terms().isEmpty() && focus == Focus.ALL) {
            return Optional.empty();
        }
        Lenses lenses = new Lenses(design, analysis, focus);
        Set<ElementId> found = new HashSet<>();
        design.elements().values().stream()
                .filter(e -> filter.finds(design, e))
                .forEach(e -> found.add(e.id()));
        lenses.light(found);
        return Optional.of(new Lens(lenses.elements, lenses.edges));
    }

    private void light(Set<ElementId> found) {
        Set<ElementId> members = focus == Focus.MESH ? members() : Set.of();
        design.elements().values().stream()
                .filter(e -> found.contains(e.id()))
                .filter(e -> focus.shows(e) || members.contains(e.id()))
                .forEach(this::withAround);
        for (Flow flow : design.flows().values()) {
            if (found.contains(flow.from()) && found.contains(flow.to()) && isOfLayer(flow)) {
                edges.add(new EdgeId.OfFlow(flow.id()));
                design.find(flow.from()).ifPresent(this::withAround);
                design.find(flow.to()).ifPresent(this::withAround);
            }
        }
        for (Link link : design.links().values()) {
            if (focus.showsLinks() && found.contains(link.from()) && found.contains(link.to())) {
                edges.add(new EdgeId.OfLink(link.id()));
            }
        }
    }

    private void withAround(Element element) {
        elements.add(element.id());
        design.ancestors(element.id()).forEach(around -> elements.add(around.id()));
    }

    private Set<ElementId> members() {
        Set<ElementId> members = new HashSet<>();
        design.all(Mesh.class).forEach(mesh -> members.addAll(mesh.members()));
        return members;
    }

    /// Whether something of this layer was asked about the flow.
    private boolean isOfLayer(Flow flow) {
        return focus == Focus.ALL
                || analysis.map(a -> a.verdicts().get(flow.id())).map(Verdict::path).stream()
                        .flatMap(path -> path.stream())
                        .anyMatch(this::isOfLayer);
    }

    private boolean isOfLayer(Hop hop) {
        return Optional.ofNullable(layers.get(hop.point())).filter(focus::decides).isPresent();
    }
}
