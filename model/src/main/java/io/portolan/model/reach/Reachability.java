package io.portolan.model.reach;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Flow;

/// Answers what can talk to what in one compiled design. Immutable and safe to share between
/// threads; an edit makes another one.
public interface Reachability {
    /// Prepares to answer for a design; cheap until the first question.
    static Reachability of(CompiledDesign compiled) {
        return new DefaultReachability(compiled);
    }

    /// The same for the design after an edit: what the edit does not touch is not found out again.
    Reachability after(CompiledDesign edited);

    /// The verdict on a drawn flow, whatever its intent.
    Verdict evaluate(Flow flow);

    Verdict evaluate(Question question);

    /// The verdict on a drawn flow with all that can be said about it.
    Explanation explain(Flow flow);

    Explanation explain(Question question);

    /// Everything that is possible between any two members, and between members and the outside.
    Relation relation();
}
