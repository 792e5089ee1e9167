package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.reach.Relation.Conditional;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Requests cut into cells by host, method and path, with the ports that are open to each cell.
final class RequestCube {
    /// Beyond this many cells nothing is said of requests.
    private static final int MOST_CELLS = 20_000;

    private final TextCells hosts;
    private final TextCells methods;
    private final TextCells paths;
    private final boolean besideTls;

    /// Cells that are open on the same ports.
    private record Box(BitSet hosts, BitSet methods, BitSet paths, PortSet ports) {}

    RequestCube(RequestTests tests) {
        hosts = new TextCells(tests.hosts());
        methods = new TextCells(tests.methods());
        paths = new TextCells(tests.paths());
        besideTls = tests.areUnderTls();
    }

    boolean isTooLarge() {
        return (long) hosts.size() * methods.size() * paths.size() > MOST_CELLS;
    }

    /// Asks for every cell on which ports it is open, and puts equal ones together.
    List<Conditional> open(Function<Content, PortSet> asking) {
        List<Box> boxes = new ArrayList<>();
        for (int h = 0; h < hosts.size(); h++) {
            for (int m = 0; m < methods.size(); m++) {
                boxes.addAll(column(h, m, asking));
            }
        }
        List<Box> wide =
                merged(boxes, b -> List.of(b.hosts, b.paths, b.ports), RequestCube::methods);
        return merged(wide, b -> List.of(b.methods, b.paths, b.ports), RequestCube::hosts).stream()
                .flatMap(box -> conditionals(box).stream())
                .toList();
    }

    private List<Box> column(int host, int method, Function<Content, PortSet> asking) {
        Map<PortSet, BitSet> byPorts = new LinkedHashMap<>();
        for (int p = 0; p < paths.size(); p++) {
            PortSet open = asking.apply(content(host, method, p));
            if (!open.isEmpty()) {
                byPorts.computeIfAbsent(open, _ -> new BitSet()).set(p);
            }
        }
        List<Box> boxes = new ArrayList<>();
        byPorts.forEach((ports, at) -> boxes.add(new Box(one(host), one(method), at, ports)));
        return boxes;
    }

    private Content content(int host, int method, int path) {
        return Content.request(
                Fact.witness(hosts.witness(host)),
                Fact.witness(methods.witness(method)),
                Fact.witness(paths.witness(path)));
    }

    private static BitSet one(int cell) {
        BitSet cells = new BitSet();
        cells.set(cell);
        return cells;
    }

    private static List<Box> merged(
            List<Box> boxes, Function<Box, Object> key, BiFunction<Box, Box, Box> join) {
        Map<Object, Box> merged = new LinkedHashMap<>();
        boxes.forEach(box -> merged.merge(key.apply(box), box, join));
        return List.copyOf(merged.values());
    }

    private static Box methods(Box one, Box other) {
        return new Box(one.hosts, union(one.methods, other.methods), one.paths, one.ports);
    }

    private static Box hosts(Box one, Box other) {
        return new Box(union(one.hosts, other.hosts), one.methods, one.paths, one.ports);
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet union = (BitSet) one.clone();
        union.or(other);
        return union;
    }

    private List<Conditional> conditionals(Box box) {
        List<Conditional> all = new ArrayList<>();
        for (TextSet host : hosts.texts(box.hosts)) {
            for (TextSet method : methods.texts(box.methods)) {
                for (TextSet path : paths.texts(box.paths)) {
                    RequestSet requests = RequestSet.inClear(host, method, path);
                    all.add(new Conditional(worded(requests), box.ports));
                }
            }
        }
        return all;
    }

    /// Every request is no condition, unless other connections than requests have one.
    private RequestSet worded(RequestSet requests) {
        return besideTls && requests.conditions().isEmpty()
                ? RequestSet.inClear(TextSet.ALL, TextSet.EACH, TextSet.ALL)
                : requests;
    }
}
