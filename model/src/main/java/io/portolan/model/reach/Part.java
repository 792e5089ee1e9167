package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// A factor and where it counts.
record Part(Factor factor, Axis.Places taken) {
    /// Rows that are looked up for an end, or for its node.
    record Asked(Guard guard, Ref subject) {
        Rows rows(Stands stands, int end) {
            return guard.rowsOf(subject.end(stands, end, end));
        }
    }

    /// Whose rows decide; those of somebody in particular are the same for all ends.
    static SequencedSet<Asked> asked(List<Part> parts, Guards guards) {
        SequencedSet<Asked> asked = new LinkedHashSet<>();
        for (Part part : parts) {
            if (!(part.factor().subject() instanceof Ref.Fixed)) {
                asked.add(new Asked(guards.at(part.factor().gate()), part.factor().subject()));
            }
        }
        return asked;
    }

    /// What is said of one end; equal for ends that nothing tells apart.
    static List<Rows> profile(SequencedSet<Asked> asked, Stands stands, int end) {
        List<Rows> profile = new ArrayList<>(asked.size());
        asked.forEach(one -> profile.add(one.rows(stands, end)));
        return profile;
    }

    /// Those of the peers whom all parts let pass to one end, or from it.
    static Rows passing(Rows start, List<Part> parts, Guards guards, Crowd peers, int end) {
        Rows rows = start;
        for (Part part : parts) {
            rows = rows.and(part.taken(), part.passing(guards, peers, end));
        }
        return rows;
    }

    /// The peers that the factor lets pass, as ends, at the places that are asked for.
    private Rows passing(Guards guards, Crowd peers, int end) {
        Rows rows = factor.rows(guards, end, end);
        Rows seen =
                factor.port() instanceof PortView.Fixed(int number) ? rows.seenAs(number) : rows;
        GatePeers by = guards.at(factor.gate()).peers();
        return seen.mapped(row -> peers.among(factor, by, row.surely()));
    }
}
