package io.portolan.model.compile.route;

import io.portolan.model.compile.ground.Attachments;
import io.portolan.model.design.ElementId;
import io.portolan.model.policy.Forwarding;

import org.jgrapht.Graph;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The shortest ways between devices and segments: a graph of both, in which only devices carry
/// packets from one segment to another.
final class Hops {
    /// To reach the segment `target`, `next` is asked through `face`.
    record Hop(String target, Forwarding.Interface face, ElementId next) {}

    private final Attachments attachments;
    private final Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

    Hops(Attachments attachments) {
        this.attachments = attachments;
        for (ElementId device : attachments.devices().keySet()) {
            graph.addVertex(vertex(device));
            for (Forwarding.Interface face : attachments.of(device)) {
                graph.addVertex(vertex(face.segment()));
                graph.addEdge(vertex(device), vertex(face.segment()));
            }
        }
    }

    private static String vertex(ElementId device) {
        return "device " + device;
    }

    private static String vertex(String segment) {
        return "segment " + segment;
    }

    /// The first steps of all shortest ways from a device to segments that it is not attached to.
    List<Hop> from(ElementId device) {
        List<Hop> hops = new ArrayList<>();
        for (String vertex :
                graph.vertexSet().stream().filter(v -> v.startsWith("segment ")).toList()) {
            var paths = new BFSShortestPath<>(graph).getPaths(vertex);
            double distance = paths.getWeight(vertex(device));
            if (distance > 1 && Double.isFinite(distance)) {
                String target = vertex.substring("segment ".length());
                steps(device)
                        .filter(s -> paths.getWeight(vertex(s.next())) == distance - 2)
                        .forEach(s -> hops.add(new Hop(target, s.face(), s.next())));
            }
        }
        return hops;
    }

    private Stream<Hop> steps(ElementId device) {
        return attachments.of(device).stream()
                .flatMap(face ->
                        attachments.on(face.segment()).stream()
                                .filter(other -> !other.equals(device))
                                .map(other -> new Hop("", face, other)));
    }
}
