package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.reach.Relation.Conditional;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Connections under TLS cut into cells by the server name that they ask for, with the ports that
/// are open to each cell whatever is inside.
final class ServerNameCells {
    private final TextCells names;

    ServerNameCells(RequestTests tests) {
        names = new TextCells(tests.serverNames());
    }

    /// Asks for every cell on which ports it is open, and puts equal ones together.
    List<Conditional> open(Function<Content, PortSet> asking) {
        Map<PortSet, BitSet> byPorts = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Fact name = Fact.witness(names.witness(i));
            PortSet open = asking.apply(new Content.Tls(name, new Content.Unspecified()));
            if (!open.isEmpty()) {
                byPorts.computeIfAbsent(open, _ -> new BitSet()).set(i);
            }
        }
        List<Conditional> all = new ArrayList<>();
        byPorts.forEach((ports, cells) -> {
            for (TextSet some : names.texts(cells)) {
                TextSet worded = some.isAll() ? TextSet.EACH : some;
                all.add(new Conditional(RequestSet.underTls(worded), ports));
            }
        });
        return all;
    }
}
