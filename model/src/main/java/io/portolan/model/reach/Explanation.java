package io.portolan.model.reach;

import java.util.List;

/// A verdict with everything that can be said about it: stages that have no say and why, what made
/// the others govern the connection. Where more than one connection was asked about, the path is
/// that of one of them: `witness`. `silent` are the layers that had no say anywhere, in words.
public record Explanation(Verdict verdict, Witness witness, List<String> silent) {
    public Explanation {
        silent = List.copyOf(silent);
    }

    /// The connection that is shown, and how many there are of which the same was asked: ends that
    /// the question stands for, and ports.
    public record Witness(String from, String to, int port, int pairs, int ports) {
        /// Whether it stands for others.
        public boolean isOneOfMany() {
            return pairs > 1 || ports > 1;
        }
    }
}
