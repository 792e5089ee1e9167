package io.portolan.model.compile.device;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.View;

import java.util.List;

/// Makes the points of one device.
public record DevicePoints(String device, Replies replies) {
    /// A list at a slot, for packets that pass as told.
    EnforcementPoint at(Slot slot, Expr<Passage> through, String name, Block block) {
        return at(new Position.AtDevice(device, slot, View.CURRENT, through), name, block);
    }

    /// A list that sees the header as it arrived, whatever became of it.
    EnforcementPoint original(Slot slot, String name, Block block) {
        return at(new Position.AtDevice(device, slot, View.ORIGINAL, Expr.any()), name, block);
    }

    private EnforcementPoint at(Position position, String name, Block block) {
        return new EnforcementPoint(
                device + "/" + name, device, Layer.DEVICE, position, replies, List.of(block));
    }

    /// A list of which nothing is known but that it is there.
    public static Block undecided(String name, String why) {
        Rule rule = new Rule(name, Match.any(), Terms.either(why), Terms.builtIn(why));
        return Terms.list(name, Terms.DENY, List.of(rule));
    }
}
