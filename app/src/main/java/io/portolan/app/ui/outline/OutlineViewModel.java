package io.portolan.app.ui.outline;

import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Problems;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementFilter;
import io.portolan.model.design.ElementId;

import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The elements as a tree, with the filter of the outline applied.
public final class OutlineViewModel {
    private final EditorModel model;
    private final ReadOnlyListWrapper<OutlineNode> roots =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private final StringProperty filter = new SimpleStringProperty("");

    public OutlineViewModel(EditorModel model) {
        this.model = model;
        model.history().subscribe(this::build);
        model.analysis().subscribe(this::build);
        filter.subscribe(this::build);
        build();
    }

    private void build() {
        List<OutlineNode> next =
                new Tree(model.design(), Problems.perElement(model.analysis().get()), typed())
                        .roots();
        if (!next.equals(roots.get())) {
            roots.setAll(next);
        }
    }

    /// A key that is not known yet (`own:`) is part of a name while it is being typed.
    private ElementFilter typed() {
        try {
            return ElementFilter.parse(filter.get());
        } catch (IllegalArgumentException e) {
            return ElementFilter.named(filter.get());
        }
    }

    public ReadOnlyListProperty<OutlineNode> roots() {
        return roots.getReadOnlyProperty();
    }

    public StringProperty filter() {
        return filter;
    }

    EditorModel model() {
        return model;
    }

    /// Builds the tree once. Elements whose container is missing, or that contain each other, stand
    /// at the top: nothing of a design may be invisible here.
    private static final class Tree {
        private final Map<Optional<ElementId>, List<Element>> inside = new LinkedHashMap<>();
        private final Map<ElementId, Integer> problems;
        private final ElementFilter filter;
        private final Set<ElementId> seen = new LinkedHashSet<>();
        private final Design design;

        Tree(Design design, Map<ElementId, Integer> problems, ElementFilter filter) {
            this.design = design;
            this.problems = problems;
            this.filter = filter;
            for (Element element : design.elements().values()) {
                Optional<ElementId> parent =
                        element.parent().filter(design.elements()::containsKey);
                inside.computeIfAbsent(parent, _ -> new ArrayList<>()).add(element);
            }
        }

        List<OutlineNode> roots() {
            List<OutlineNode> found = new ArrayList<>(below(Optional.empty()));
            for (Element element : design.elements().values()) {
                if (!seen.contains(element.id())) {
                    node(element).ifPresent(found::add);
                }
            }
            return found;
        }

        private List<OutlineNode> below(Optional<ElementId> parent) {
            return inside.getOrDefault(parent, List.of()).stream()
                    .flatMap(e -> node(e).stream())
                    .toList();
        }

        private Optional<OutlineNode> node(Element element) {
            if (!seen.add(element.id())) {
                return Optional.empty();
            }
            List<OutlineNode> below = below(Optional.of(element.id()));
            int count =
                    problems.getOrDefault(element.id(), 0)
                            + below.stream().mapToInt(OutlineNode::problems).sum();
            return below.isEmpty() && !matches(element)
                    ? Optional.empty()
                    : Optional.of(new OutlineNode(element, count, below));
        }

        private boolean matches(Element element) {
            return filter.finds(design, element);
        }
    }
}
