package io.portolan.model.reach;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The layers that had no say on a path, and why: a layer beside endpoints at each end, every other
/// on the way.
final class Silence {
    private final List<EnforcementPoint> points;
    private final Set<String> spoke;

    private Silence(List<EnforcementPoint> points, List<Hop> path) {
        this.points = points;
        this.spoke = path.stream().map(Hop::pointId).collect(Collectors.toSet());
    }

    /// `from` and `to` are the ends in words.
    static List<String> of(List<EnforcementPoint> points, List<Hop> path, String from, String to) {
        Silence silence = new Silence(points, path);
        boolean arrives = path.stream().noneMatch(hop -> hop.outcome() == Outcome.NO_ROUTE);
        List<String> all = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            List<String> ends = new ArrayList<>();
            if (silence.isSilentBeside(layer, Direction.OUT)) {
                ends.add(from);
            }
            if (arrives && silence.isSilentBeside(layer, Direction.IN)) {
                ends.add(to);
            }
            if (!ends.isEmpty()) {
                all.add("%s: none governs %s".formatted(words(layer), String.join(" or ", ends)));
            }
            if (silence.isSilentOnTheWay(layer)) {
                all.add("%s: none is passed".formatted(words(layer)));
            }
        }
        return all;
    }

    private boolean isSilentBeside(Layer layer, Direction direction) {
        return isSilent(
                points.stream()
                        .filter(point -> point.layer() == layer)
                        .filter(point ->
                                point.position() instanceof Position.AtEndpoint at
                                        && at.direction() == direction)
                        .toList());
    }

    private boolean isSilentOnTheWay(Layer layer) {
        return isSilent(
                points.stream()
                        .filter(point -> point.layer() == layer)
                        .filter(point -> !(point.position() instanceof Position.AtEndpoint))
                        .toList());
    }

    private boolean isSilent(List<EnforcementPoint> some) {
        return !some.isEmpty() && some.stream().noneMatch(point -> spoke.contains(point.id()));
    }

    private static String words(Layer layer) {
        return switch (layer) {
            case POD_POLICY -> "pod policies";
            case MESH -> "mesh policies";
            case GATEWAY -> "gateways";
            case DEVICE -> "devices";
            case CLOUD -> "cloud filters";
        };
    }
}
