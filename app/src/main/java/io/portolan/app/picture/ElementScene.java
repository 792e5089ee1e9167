package io.portolan.app.picture;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.Workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws the boxes of a design: containers from the outside in, and nodes.
final class ElementScene {
    private final PictureInput input;
    private final Nesting nesting;
    private final Ground ground;
    private final Membership meshes;
    private final Palette palette;
    private final ElementMemory memory;
    private final List<Item.Container> containers = new ArrayList<>();
    private final List<Item.Node> nodes = new ArrayList<>();

    ElementScene(Ground ground, ElementMemory memory) {
        this.ground = ground;
        this.input = ground.input();
        this.nesting = ground.nesting();
        this.palette = ground.palette();
        this.memory = memory;
        this.meshes = new Membership(input.design(), nesting);
    }

    EdgeScene.Boxes draw() {
        memory.begin();
        nesting.roots().forEach(e -> draw(e, 0));
        memory.end();
        return new EdgeScene.Boxes(List.copyOf(containers), List.copyOf(nodes));
    }

    private void draw(Element element, int depth) {
        ground.steps().next();
        Area area = ground.area(element.id());
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
        ContainerSketch sketch = new ContainerSketch(element, area, contents, palette);
        containers.add(slot, memory.containers().draw(element.id(), sketch, sketch::draw));
    }

    private Item.Node node(Element element, Area area) {
        NodeSketch.Surroundings around =
                new NodeSketch.Surroundings(
                        nesting.parent(element.id()),
                        meshes.meshOf(element.id()).isPresent(),
                        problems(element));
        NodeSketch sketch = new NodeSketch(element, area, around, palette);
        return memory.nodes().draw(element.id(), sketch, sketch::draw);
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
