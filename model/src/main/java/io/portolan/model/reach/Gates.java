package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Position;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The gates of a plan, each made once.
final class Gates {
    private final IdentityHashMap<EnforcementPoint, Integer> numbers = new IdentityHashMap<>();
    private final Map<Key, Gate> known = new ConcurrentHashMap<>();
    private final ByIdentity<List<EnforcementPoint>, Map<Lens, Gate>> seen = new ByIdentity<>();
    private final ByIdentity<EnforcementPoint, Set<Interest>> interests = new ByIdentity<>();

    private record Key(List<Integer> points, List<Truth> truths, Lens lens) {}

    Gates(List<EnforcementPoint> points) {
        points.forEach(point -> numbers.put(point, numbers.size()));
    }

    /// `points` are all those of one site, as one object.
    Gate of(List<EnforcementPoint> points, Lens lens) {
        Map<Lens, Gate> here = seen.of(points, _ -> new ConcurrentHashMap<>());
        Gate gate = here.get(lens);
        return gate != null ? gate : here.computeIfAbsent(lens, l -> made(points, l));
    }

    private Gate made(List<EnforcementPoint> points, Lens lens) {
        List<Integer> governing = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        boolean interfaces = false;
        boolean identities = false;
        for (EnforcementPoint point : points) {
            Truth truth = governs(point, lens);
            if (!truth.isNever()) {
                governing.add(numbers.getOrDefault(point, 0));
                truths.add(truth);
                interfaces |= asks(point, Interest.INTERFACES);
                identities |= asks(point, Interest.IDENTITY);
            }
        }
        Lens asked = interfaces ? lens : lens.anywhere();
        Key key = new Key(governing, truths, identities ? asked : asked.unproven());
        return known.computeIfAbsent(key, k -> new Gate(k.points(), k.truths(), k.lens()));
    }

    /// Whether rules of a point ask for something.
    boolean asks(EnforcementPoint point, Interest interest) {
        return interests.of(point, Interest::of).contains(interest);
    }

    /// What does not depend on who is at the two ends.
    private static Truth governs(EnforcementPoint point, Lens lens) {
        return switch (point.position()) {
            case Position.AtEndpoint _ -> Truth.of(Judging.isHere(point.owner(), lens.site()));
            case Position.AtDevice(_, _, _, var through) -> lens.passes(through);
            case Position.AtBorder _, Position.AtRelay _ -> Truth.YES;
        };
    }
}
