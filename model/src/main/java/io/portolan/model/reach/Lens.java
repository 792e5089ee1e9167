package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Estate.Identity;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Slot;

import java.util.Optional;

/// How points at a site see packets of one kind: everything about them but who is at the two ends
/// and which port was asked for.
record Lens(Site site, Points.Way way, boolean identified, Optional<String> translatedBy) {
    private static final Party NOBODY =
            new Party(AddressSet.NONE, PortView.chosen(), Optional.empty());

    /// The first packets of connections, on a device that may be entered and left anywhere.
    static Lens onDevice() {
        Packet any = packet(ConnectionState.NEW, NOBODY, NOBODY, Optional.empty());
        Site site = new Site.Device("", Slot.BEFORE_SNAT, Optional.empty(), Optional.empty(), any);
        return new Lens(site, Points.Way.THERE, false, Optional.empty());
    }

    static Lens of(Probe probe) {
        Packet packet = probe.sight().packet();
        return new Lens(
                bare(probe.sight().site()),
                probe.way(),
                packet.identity().isPresent(),
                packet.translatedBy());
    }

    /// Which packet arrived says nothing about the site.
    private static Site bare(Site site) {
        return site instanceof Site.Device d
                ? new Site.Device(
                        d.device(),
                        d.slot(),
                        d.in(),
                        d.out(),
                        packet(d.arrived().state(), NOBODY, NOBODY, Optional.empty()))
                : site;
    }

    private static Packet packet(
            ConnectionState state, Party from, Party to, Optional<Identity> who) {
        return new Packet(
                new Spoken(Protocol.TCP),
                from,
                to,
                new Content.Unspecified(),
                who,
                state,
                Optional.empty());
    }

    /// The same wherever a device is entered and left.
    Lens anywhere() {
        return site instanceof Site.Device d
                ? new Lens(
                        new Site.Device(
                                d.device(),
                                d.slot(),
                                Optional.empty(),
                                Optional.empty(),
                                d.arrived()),
                        way,
                        identified,
                        translatedBy)
                : this;
    }

    /// The same whether or not somebody proves an identity.
    Lens unproven() {
        return new Lens(site, way, false, translatedBy);
    }

    /// The end that rules are looked up for; on devices nobody is governed, and it is the
    /// destination.
    boolean isSubjectDestination() {
        return !(site instanceof Site.Workload(var direction, _, _)) || direction == Direction.IN;
    }

    /// Whether policies select by subject here: beside a workload, and in a relay, where it is the
    /// relay's own; on devices nobody is governed.
    boolean isGoverning() {
        return site instanceof Site.Workload || site instanceof Site.InRelay;
    }

    Expr<Peer> subject(Match match) {
        return isSubjectDestination() ? match.destination() : match.source();
    }

    Expr<Peer> peer(Match match) {
        return isSubjectDestination() ? match.source() : match.destination();
    }

    /// A packet of this kind on all ports; names of ports are those of `destination`.
    Packet packet(Protocol protocol, Optional<Member> destination) {
        boolean there = way == Points.Way.THERE;
        PortView asked = PortView.asked();
        PortView chosen = PortView.chosen();
        Party from = new Party(AddressSet.NONE, there ? chosen : asked, Optional.empty());
        Party to = new Party(AddressSet.NONE, there ? asked : chosen, destination);
        ConnectionState state = there ? ConnectionState.NEW : ConnectionState.ESTABLISHED;
        return new Packet(
                new Spoken(protocol),
                from,
                to,
                new Content.Unspecified(),
                Optional.empty(),
                state,
                translatedBy);
    }

    Truth passes(Expr<Passage> passage) {
        Sight sight = Sight.of(site, packet(Protocol.TCP, Optional.empty()));
        return Matching.eval(passage, atom -> PassageAtoms.test(atom, sight));
    }
}
