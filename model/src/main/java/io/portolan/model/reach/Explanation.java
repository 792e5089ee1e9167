package io.portolan.model.reach;

/// A verdict with everything that can be said about it: stages that have no say and why, who
/// selects the endpoints, what would have to be added. Where more than one connection was asked
/// about, the path is that of one of them: `witness`.
public record Explanation(Verdict verdict, Witness witness) {
    /// The connection that is shown, and how many there are of which the same was asked: ends that
    /// the question stands for, and ports.
    public record Witness(String from, String to, int port, int pairs, int ports) {
        /// Whether it stands for others.
        public boolean isOneOfMany() {
            return pairs > 1 || ports > 1;
        }
    }
}
