package io.portolan.model.policy;

import io.portolan.model.net.Cidr;

import java.util.List;

/// The address that a rewrite puts in; more than one candidate forks the evaluation.
public sealed interface Target {
    /// Also the exemption from translation.
    record Unchanged() implements Target {}

    /// Any address of the blocks.
    record Pool(List<Cidr> blocks) implements Target {
        public Pool {
            blocks = List.copyOf(blocks);
        }
    }

    /// One to one, keeping the offset within the block.
    record SameOffset(Cidr from, Cidr to) implements Target {}

    /// The address of the client's node, or of the outgoing interface of the device.
    record Own() implements Target {}

    /// Any of these endpoints; none of them: the connection is lost. Unknown as a whole: it goes to
    /// somebody of whom nobody knows anything.
    record Backends(Expr<Peer> members) implements Target {}

    /// Platforms or settings differ: every candidate is followed.
    record OneOf(List<Target> candidates) implements Target {
        public OneOf {
            candidates = List.copyOf(candidates);
        }
    }
}
