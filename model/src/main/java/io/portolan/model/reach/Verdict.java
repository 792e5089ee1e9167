package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import java.util.List;
import java.util.stream.Stream;

/// Whether a new connection is possible, with the hops of one path that shows it. Nothing is said
/// about connections that exist already.
public sealed interface Verdict {
    List<Hop> path();

    /// Every alternative allows: it reliably works.
    record Allowed(List<Hop> path) implements Verdict {
        public Allowed {
            path = List.copyOf(path);
        }
    }

    /// `by` is the first stage on the path that denies; others that deny are in the path too.
    record Denied(List<Hop> path, Hop by) implements Verdict {
        public Denied {
            path = List.copyOf(path);
        }
    }

    /// Of the ports asked for (of ICMP: type * 256 + code) only `allowed` work; `by` denies the
    /// others.
    record Partly(List<Hop> path, Protocol protocol, PortSet allowed, Hop by) implements Verdict {
        public Partly {
            path = List.copyOf(path);
        }

        /// What works, as people say it: `80,443`, or `echo-request (type 8)`.
        public String allowedWords() {
            return protocol.words(allowed);
        }
    }

    /// No route, a loop, a null route, no such host, no backend.
    record NoRoute(List<Hop> path, String reason) implements Verdict {
        public NoRoute {
            path = List.copyOf(path);
        }
    }

    /// Platforms differ, or the design does not say enough: never a silent guess.
    record Undefined(List<Hop> path, String reason) implements Verdict {
        public Undefined {
            path = List.copyOf(path);
        }
    }

    /// The same with more stages before the others.
    default Verdict after(List<Hop> before) {
        List<Hop> all = Stream.concat(before.stream(), path().stream()).toList();
        return switch (this) {
            case Allowed _ -> new Allowed(all);
            case Denied(_, var by) -> new Denied(all, by);
            case Partly(_, var protocol, var allowed, var by) ->
                    new Partly(all, protocol, allowed, by);
            case NoRoute(_, var reason) -> new NoRoute(all, reason);
            case Undefined(_, var reason) -> new Undefined(all, reason);
        };
    }

    /// The word for it in reports: ALLOW, DENY, PARTLY, NO_ROUTE or UNDEFINED.
    default String word() {
        return switch (this) {
            case Allowed _ -> "ALLOW";
            case Denied _ -> "DENY";
            case Partly _ -> "PARTLY";
            case NoRoute _ -> "NO_ROUTE";
            case Undefined _ -> "UNDEFINED";
        };
    }
}
