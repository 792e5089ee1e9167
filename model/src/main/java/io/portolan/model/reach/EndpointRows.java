package io.portolan.model.reach;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All points of one direction beside endpoints (not in proxies), joined: for every member the rows
/// that hold for it. Members of one profile share their rows.
final class EndpointRows {
    private final int[] classes;
    private final Rows[] rows;

    EndpointRows(List<EnforcementPoint> points, Direction direction, PointRows.Sides sides) {
        int size = sides.held().size();
        Facets joint = new Facets(size);
        List<PointRows> all = new ArrayList<>();
        List<int[]> profiles = new ArrayList<>();
        for (EnforcementPoint point : points) {
            if (point.position() instanceof Position.AtEndpoint at
                    && at.direction() == direction
                    && at.place() != Place.PROXY) {
                PointRows one = new PointRows(point, at, sides);
                int[] profile = one.profiles();
                all.add(one);
                profiles.add(profile);
                joint.add(Arrays.stream(profile).boxed().toList());
            }
        }
        classes = joint.classes();
        rows = new Rows[Arrays.stream(classes).max().orElse(-1) + 1];
        List<Map<Integer, Rows>> memo = new ArrayList<>();
        all.forEach(_ -> memo.add(new HashMap<>()));
        for (int i = 0; i < size; i++) {
            int member = i;
            if (member(classes[i])) {
                continue;
            }
            Rows joined = Rows.always(Extent.of(sides.held().everyone()));
            for (int p = 0; p < all.size(); p++) {
                PointRows one = all.get(p);
                Rows row = memo.get(p).computeIfAbsent(profiles.get(p)[i], _ -> one.rows(member));
                joined = p == 0 ? row : joined.and(row);
            }
            rows[classes[i]] = joined;
        }
    }

    private boolean member(int of) {
        return rows[of] != null;
    }

    Rows of(int member) {
        return rows[classes[member]];
    }

    int classOf(int member) {
        return classes[member];
    }

    int count() {
        return rows.length;
    }
}
