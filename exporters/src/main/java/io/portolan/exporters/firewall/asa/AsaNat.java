package io.portolan.exporters.firewall.asa;

import io.portolan.exporters.firewall.asa.AsaConfig.Nat;
import io.portolan.exporters.firewall.asa.AsaConfig.Twice;
import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.Boxes;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.model.design.NatRule;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Says translations as manual ones, whose first match applies, in the order in which they are
/// asked. A static one stands in both tables of the plan and is written once.
final class AsaNat {
    private static final String ANY = "any";

    private final AsaFaces faces;
    private final AsaNames names;
    private final AsaLowering lowering;

    AsaNat(AsaFaces faces, AsaNames names, AsaLowering lowering) {
        this.faces = faces;
        this.names = names;
        this.lowering = lowering;
    }

    /// `asked` are the rules behind the tables, in the order in which the device tries them.
    List<Nat> of(List<NatTable> tables, List<NatRule> asked) {
        List<String> order = asked.stream().map(NatRule::name).toList();
        List<Nat> nat = new ArrayList<>();
        tables.stream()
                .flatMap(t -> t.translations().stream().map(r -> new Entry(t, r)))
                .filter(e -> isWritten(e, asked))
                .sorted(Comparator.comparingInt(e -> order.indexOf(e.translation().name())))
                .forEach(e -> add(e.table(), e.translation(), nat));
        return nat;
    }

    private record Entry(NatTable table, Translation translation) {}

    /// A rule that stands in both tables is written as what dials it, if it is drawn so, else as
    /// what leaves: an ASA takes either both ways.
    private static boolean isWritten(Entry entry, List<NatRule> asked) {
        return asked.stream()
                .filter(rule -> rule.name().equals(entry.translation().name()))
                .anyMatch(rule -> hook(rule) == entry.table().hook());
    }

    private static Hook hook(NatRule rule) {
        return switch (rule.kind()) {
            case DESTINATION -> Hook.PREROUTING;
            case SOURCE, STATIC, NONE -> Hook.POSTROUTING;
        };
    }

    private void add(NatTable table, Translation translation, List<Nat> nat) {
        try {
            for (Box box : Boxes.of(translation.match())) {
                nat.add(
                        table.hook() == Hook.PREROUTING
                                ? destination(box, translation)
                                : source(box, translation));
            }
        } catch (CannotSay e) {
            lowering.gap(table.id(), translation.name(), e.what(), List.of());
        }
    }

    private Nat source(Box box, Translation translation) {
        String real = object(box.source(), translation.name() + "-real");
        Optional<Twice> towards =
                box.destination().isAny()
                        ? Optional.empty()
                        : Optional.of(
                                unchanged(object(box.destination(), translation.name() + "-to")));
        if (!(box.service() instanceof Box.Service.All)) {
            throw new CannotSay("a source translation for some ports only");
        }
        return switch (translation.source().address()) {
            case Target.Unchanged() -> nat(box, false, real, real, towards);
            case Target.Own() -> nat(box, true, real, "interface", towards);
            case Target.Pool(List<Cidr> blocks) ->
                    nat(box, true, real, group(translation.name() + "-mapped", blocks), towards);
            case Target.SameOffset(_, Cidr to) ->
                    nat(
                            box,
                            false,
                            real,
                            group(translation.name() + "-mapped", List.of(to)),
                            towards);
            case Target.Backends _ -> throw new CannotSay("backends chosen by label");
            case Target.OneOf _ -> throw new CannotSay("a translation that is not decided");
        };
    }

    private Nat nat(Box box, boolean dynamic, String real, String as, Optional<Twice> towards) {
        return new Nat(face(box.enters()), face(box.leaves()), dynamic, real, as, towards);
    }

    private static Twice unchanged(String name) {
        return new Twice(name, name, Optional.empty(), Optional.empty());
    }

    private Nat destination(Box box, Translation translation) {
        Cidr to =
                switch (translation.destination().address()) {
                    case Target.Pool(List<Cidr> blocks) when blocks.size() == 1 ->
                            blocks.getFirst();
                    case Target.SameOffset(_, Cidr block) -> block;
                    case Target.Unchanged() -> throw new CannotSay("an exemption by destination");
                    case Target.Pool _, Target.Own _, Target.Backends _, Target.OneOf _ ->
                            throw new CannotSay("a destination of several addresses");
                };
        String dialled = object(box.destination(), translation.name() + "-dialled");
        String becomes = group(translation.name() + "-real", List.of(to));
        String source = object(box.source(), translation.name() + "-from");
        Twice twice = new Twice(dialled, becomes, port(box), port(box, translation));
        return new Nat(face(box.enters()), ANY, false, source, source, Optional.of(twice));
    }

    private Optional<String> port(Box box) {
        return switch (box.service()) {
            case Box.Service.All() -> Optional.empty();
            case Box.Service.Ports(var transport, var ports, _)
                    when ports.ranges().size() == 1
                            && ports.ranges().getFirst().low()
                                    == ports.ranges().getFirst().high() ->
                    Optional.of(service(transport.name(), ports.ranges().getFirst().low()));
            case Box.Service.Ports _, Box.Service.Icmp _, Box.Service.Protocol _ ->
                    throw new CannotSay("a destination translation for anything but one port");
        };
    }

    private Optional<String> port(Box box, Translation translation) {
        return switch (translation.destination().port()) {
            case PortTarget.Keep() -> port(box);
            case PortTarget.ToName(String name) -> throw new CannotSay("the port name " + name);
            case PortTarget.ToNumber(int number) ->
                    switch (box.service()) {
                        case Box.Service.Ports(var transport, _, _) ->
                                Optional.of(service(transport.name(), number));
                        case Box.Service.All(), Box.Service.Icmp _, Box.Service.Protocol _ ->
                                throw new CannotSay("a new port without a protocol");
                    };
        };
    }

    private String service(String transport, int port) {
        return names.service(transport.toLowerCase(Locale.ROOT), port).name();
    }

    private String object(Box.Side side, String user) {
        if (side.name().isPresent() || !side.without().isEmpty()) {
            throw new CannotSay("names or complements in a translation");
        }
        return side.within().map(blocks -> group(user, blocks)).orElse(ANY);
    }

    private String group(String user, List<Cidr> blocks) {
        return names.group(user, blocks).name();
    }

    private String face(Optional<? extends Set<String>> named) {
        return named.map(n ->
                        faces.single(Set.copyOf(n))
                                .orElseThrow(
                                        () -> new CannotSay("several interfaces in a translation")))
                .orElse(ANY);
    }
}
