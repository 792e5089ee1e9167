package io.portolan.app.ui.shell;

import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.export.ExportViewModel;
import io.portolan.app.ui.export.TargetsViewModel;
import io.portolan.app.ui.findings.FindingsViewModel;
import io.portolan.app.ui.flows.FlowBarViewModel;
import io.portolan.app.ui.flows.FlowsViewModel;
import io.portolan.app.ui.history.HistoryViewModel;
import io.portolan.app.ui.inspector.InspectorViewModel;
import io.portolan.app.ui.outline.OutlineViewModel;
import io.portolan.app.ui.palette.PaletteViewModel;
import io.portolan.app.ui.reach.ReachViewModel;
import io.portolan.app.ui.trace.TraceViewModel;
import io.portolan.app.ui.views.ViewsViewModel;

/// The view models of one window, made once over the one editor model.
public record Parts(
        EditorModel model,
        ShellModel shell,
        PaletteViewModel palette,
        OutlineViewModel outline,
        InspectorViewModel inspector,
        FindingsViewModel findings,
        FlowsViewModel flows,
        FlowBarViewModel flowBar,
        TraceViewModel trace,
        TargetsViewModel targets,
        ExportViewModel export,
        HistoryViewModel history,
        ViewsViewModel views,
        ReachViewModel reach) {
    static Parts of(EditorModel model, Background background) {
        FlowsViewModel flows = new FlowsViewModel(model);
        return new Parts(
                model,
                new ShellModel(),
                new PaletteViewModel(),
                new OutlineViewModel(model),
                new InspectorViewModel(model),
                new FindingsViewModel(model),
                flows,
                new FlowBarViewModel(flows),
                new TraceViewModel(model, background),
                new TargetsViewModel(model, background),
                new ExportViewModel(model, background),
                new HistoryViewModel(model),
                new ViewsViewModel(model),
                new ReachViewModel(model, background));
    }
}
