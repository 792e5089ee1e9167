package io.portolan.app.ui.editor;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.FlowVerdicts;
import io.portolan.model.design.Design;

import java.util.function.Consumer;

/// Finds out what can be said of a design and hands it over, perhaps later: the verdicts on its
/// flows as soon as they are known, then everything.
@FunctionalInterface
public interface Analyser {
    void request(Design design, Consumer<FlowVerdicts> verdicts, Consumer<Analysis> everything);
}
