package io.portolan.model.reach;

import io.portolan.model.reach.Relation.End;

import java.util.function.Consumer;

/// Ends held as numbers: names are made when somebody asks.
record NumberedEnds(Population population, Bits numbers) implements Relation.EndSet {
    @Override
    public int size() {
        return numbers.count();
    }

    @Override
    public void forEach(Consumer<End> visitor) {
        numbers.forEach(number -> population.ends(number).forEach(visitor));
    }
}
