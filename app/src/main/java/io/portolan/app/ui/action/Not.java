package io.portolan.app.ui.action;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;

/// The opposite of a condition.
final class Not extends BooleanBinding {
    private final ObservableBooleanValue condition;

    Not(ObservableBooleanValue condition) {
        this.condition = condition;
        bind(condition);
    }

    @Override
    protected boolean computeValue() {
        return !condition.get();
    }
}
