package io.portolan.model.reach.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Place;
import io.portolan.model.reach.EngineUnderTest;
import io.portolan.model.reach.Verdict;

import org.junit.jupiter.api.Test;

/// Where the drawing stops the answer is open, and says what is not drawn. The oracle has no word
/// for that: the engine is asked alone.
final class UndrawnExamplesTest extends Words {
    private static Lab lab() {
        return new Lab("Undrawn")
                .machine("a", "10.1.0.1", "left")
                .machine("b", "10.2.0.1", "right")
                .gateway("left", "r")
                .gateway("right", "r");
    }

    private static void isOpen(Lab lab, String reason) {
        EngineUnderTest.Said said = lab.from("a").to("b", 80).said();
        assertThat(said.verdict()).isEqualTo(Interpreter.Verdict.UNDEFINED);
        assertThat(((Verdict.Undefined) said.inFull()).reason()).contains(reason);
    }

    @Test
    void aGatewayWithoutRoutes() {
        isOpen(lab(), "the routes of the device (r) from (left) are not modelled");
    }

    @Test
    void aGatewayThatIsNotOnTheSegment() {
        isOpen(
                lab().router("r", "if r r right 10.2.0.254", "to 10.2.0.0/16 r"),
                "the routes of the device (r) from (left) are not modelled");
    }

    @Test
    void aRouteByAnInterfaceThatIsMissing() {
        isOpen(
                lab().router("r", "if l l left 10.1.0.254", "to 10.2.0.0/16 gone"),
                "a route leaves by an interface (gone) that is not drawn");
    }

    /// Whatever comes to an end is not asked about any further.
    @Test
    void afterTheEndNoPolicyIsAsked() {
        Lab lab =
                lab().router("r", "if l l left 10.1.0.254", "to 10.9.0.0/16 l")
                        .point(
                                "in",
                                "lan",
                                Layer.POD_POLICY,
                                at(Direction.IN, Place.NIC, any().source()),
                                list("in", DENY));
        Verdict verdict = lab.from("a").to("b", 80).said().inFull();
        assertThat(verdict).isInstanceOf(Verdict.NoRoute.class);
        assertThat(verdict.path()).extracting(hop -> hop.point()).containsExactly("r");
    }
}
