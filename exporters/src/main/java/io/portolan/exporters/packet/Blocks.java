package io.portolan.exporters.packet;

import io.portolan.model.net.Cidr;

import java.util.ArrayList;
import java.util.List;

/// Sets of addresses as lists of blocks: sorted, none within another.
public final class Blocks {
    private Blocks() {}

    public static List<Cidr> outermost(List<Cidr> blocks) {
        List<Cidr> kept = new ArrayList<>();
        for (Cidr block : blocks.stream().sorted().toList()) {
            if (kept.isEmpty() || !kept.getLast().contains(block)) {
                kept.add(block);
            }
        }
        return List.copyOf(kept);
    }

    public static List<Cidr> intersection(List<Cidr> left, List<Cidr> right) {
        List<Cidr> common = new ArrayList<>();
        for (Cidr a : left) {
            for (Cidr b : right) {
                if (a.overlaps(b)) {
                    common.add(a.contains(b) ? b : a);
                }
            }
        }
        return outermost(common);
    }

    /// `from` without the addresses of `taken`.
    public static List<Cidr> minus(List<Cidr> from, List<Cidr> taken) {
        List<Cidr> rest = outermost(from);
        for (Cidr block : outermost(taken)) {
            rest = rest.stream().flatMap(r -> minus(r, block).stream()).toList();
        }
        return outermost(rest);
    }

    private static List<Cidr> minus(Cidr from, Cidr block) {
        if (!from.overlaps(block)) {
            return List.of(from);
        }
        List<Cidr> rest = new ArrayList<>();
        Cidr within = from;
        while (!block.contains(within)) {
            Cidr lower = new Cidr(within.first(), within.length() + 1);
            Cidr upper = new Cidr(within.last(), within.length() + 1);
            boolean low = lower.overlaps(block);
            rest.add(low ? upper : lower);
            within = low ? lower : upper;
        }
        return rest;
    }
}
