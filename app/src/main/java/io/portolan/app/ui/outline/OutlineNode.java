package io.portolan.app.ui.outline;

import io.portolan.model.design.Element;

import java.util.List;

/// One element in the tree with what it contains, and the number of problems of both.
public record OutlineNode(Element element, int problems, List<OutlineNode> inside) {
    public OutlineNode {
        inside = List.copyOf(inside);
    }
}
