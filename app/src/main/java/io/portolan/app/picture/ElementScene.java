package io.portolan.app.picture;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Draws the boxes of a design: containers from the outside in, and nodes.
final class ElementScene {
    private final PictureInput input;
    private final Nesting nesting;
    private final Map<ElementId, Area> areas;
    private final Membership meshes;
    private final Palette palette;
    private final List<Item.Container> containers = new ArrayList<>();
    private final List<Item.Node> nodes = new ArrayList<>();

    ElementScene(PictureInput input, Nesting nesting, Map<ElementId, Area> areas, Palette palette) {
        this.input = input;
        this.nesting = nesting;
        this.areas = areas;
        this.palette = palette;
        this.meshes = new Membership(input.design(), nesting);
    }

    EdgeScene.Boxes draw() {
        nesting.roots().forEach(e -> draw(e, 0));
        return new EdgeScene.Boxes(List.copyOf(containers), List.copyOf(nodes));
    }

    private void draw(Element element, int depth) {
        Area area = areas.getOrDefault(element.id(), Area.NOWHERE);
        if (!Containment.isContainer(element.getClass())) {
            nodes.add(node(element, area));
            return;
        }
        int slot = containers.size();
        int before = nodes.size();
        nesting.children(element.id()).forEach(e -> draw(e, depth + 1));
        List<Item.Node> held = nodes.subList(before, nodes.size());
        ContainerSketch.Contents contents =
                new ContainerSketch.Contents(
                        depth, held.size(), word(held), mesh(element), problems(element));
        containers.add(slot, new ContainerSketch(element, area, contents, palette).draw());
    }

    private Item.Node node(Element element, Area area) {
        NodeSketch.Surroundings around =
                new NodeSketch.Surroundings(
                        nesting.parent(element.id()),
                        meshes.meshOf(element.id()).isPresent(),
                        problems(element));
        return new NodeSketch(element, area, around, palette).draw();
    }

    private int problems(Element element) {
        return input.problems().getOrDefault(element.id(), 0);
    }

    private String mesh(Element element) {
        return meshes.meshOf(element.id()).map(Mesh::mtls).map(Wording::of).orElse("");
    }

    /// What the nodes are, if they are all of a kind.
    private String word(List<Item.Node> held) {
        Design design = input.design();
        boolean workloads =
                held.stream().allMatch(n -> design.find(n.id(), Workload.class).isPresent());
        String one = workloads ? Kinds.titleOf(Workload.class) : "element";
        return one.toLowerCase(Locale.ROOT) + (held.size() == 1 ? "" : "s");
    }
}
