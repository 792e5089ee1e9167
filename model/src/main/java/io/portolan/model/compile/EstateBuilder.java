package io.portolan.model.compile;

import io.portolan.model.compile.ground.Attachments;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.policy.Estate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// Reads from a design who exists and where it is attached.
final class EstateBuilder {
    private final Ground ground;

    private EstateBuilder(Ground ground) {
        this.ground = ground;
    }

    static Estate build(Ground ground) {
        EstateBuilder builder = new EstateBuilder(ground);
        return new Estate(builder.members(), builder.gateways());
    }

    private List<Estate.Member> members() {
        Members members = new Members(ground);
        List<Estate.Member> all = new ArrayList<>();
        for (Element element : ground.design().elements().values()) {
            members.of(element).ifPresent(all::add);
        }
        return all;
    }

    /// The way out of each segment: the device that the segment names, else every one on it.
    private SequencedMap<String, List<String>> gateways() {
        SequencedMap<String, List<String>> gateways = new LinkedHashMap<>();
        for (String segment : segments()) {
            List<String> devices = ground.gateways(segment).stream().map(ElementId::value).toList();
            if (!devices.isEmpty()) {
                gateways.put(segment, devices);
            }
        }
        return gateways;
    }

    private Set<String> segments() {
        Set<String> names = new LinkedHashSet<>();
        Attachments attachments = ground.attachments();
        attachments
                .devices()
                .keySet()
                .forEach(d -> attachments.of(d).forEach(i -> names.add(i.segment())));
        return names;
    }
}
