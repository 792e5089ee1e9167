package io.portolan.model.reach;

import io.portolan.model.policy.Origin;

import java.util.List;
import java.util.Optional;

/// One stage of a path: which point was asked (`point` is its id, `owner` the element it belongs
/// to, `subject` the end that it governs, if it sits beside one), what it said, why (the deciding
/// rule or default in words), where that rule comes from, and the header as it was seen there
/// (`10.244.3.17 -> 10.30.6.20:1414/tcp`). In an explanation also what made the stage govern the
/// connection, and the header to reckon with.
public record Hop(
        String point,
        String owner,
        Optional<String> subject,
        Outcome outcome,
        String because,
        Optional<Origin> origin,
        String seen,
        List<String> selectedBy,
        Optional<Header> header) {
    public Hop {
        selectedBy = List.copyOf(selectedBy);
    }

    public Hop(
            String point,
            String owner,
            Outcome outcome,
            String because,
            Optional<Origin> origin,
            String seen) {
        this(
                point,
                owner,
                Optional.empty(),
                outcome,
                because,
                origin,
                seen,
                List.of(),
                Optional.empty());
    }

    /// Whether it was asked about an answer, not about the first packet of the connection.
    public boolean isReply() {
        return point.startsWith(Points.Way.BACK.prefix());
    }

    /// The id of the point in the plan, if it is one.
    public String pointId() {
        return isReply() ? point.substring(Points.Way.BACK.prefix().length()) : point;
    }

    Hop about(Optional<String> end) {
        return new Hop(point, owner, end, outcome, because, origin, seen, selectedBy, header);
    }

    Hop explained(List<String> selectors, Header packet) {
        return new Hop(
                point,
                owner,
                subject,
                outcome,
                because,
                origin,
                seen,
                selectors,
                Optional.of(packet));
    }
}
