package io.portolan.app.layout;

import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.core.util.IElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;

import java.util.concurrent.CancellationException;

/// The layered algorithm of ELK with the options of this drawing, always with the same seed.
final class Elk {
    /// Any number, as long as it is always the same.
    private static final int SEED = 1;

    private Elk() {}

    /// Registers the algorithm, once.
    private static final class Registration {
        static final LayoutMetaDataService SERVICE = register();

        private static LayoutMetaDataService register() {
            LayoutMetaDataService service = LayoutMetaDataService.getInstance();
            service.registerLayoutMetaDataProviders(
                    new CoreOptions(), new LayeredMetaDataProvider());
            return service;
        }
    }

    /// Sets the options for one container; between layers is room for a label on a line.
    static void setUp(ElkNode container, Direction direction) {
        int lane = direction == Direction.DOWN ? Measures.LANE / 2 : Measures.LANE;
        container.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        container.setProperty(CoreOptions.DIRECTION, direction);
        container.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        container.setProperty(CoreOptions.RANDOM_SEED, SEED);
        container.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        container.setProperty(CoreOptions.SPACING_NODE_NODE, (double) Measures.GAP + Measures.GRID);
        container.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) lane);
    }

    /// Runs the layout.
    ///
    /// @throws CancellationException if `progress` says so
    static void layOut(ElkNode root, LayoutProgress progress) {
        if (Registration.SERVICE.getAlgorithmData(LayeredOptions.ALGORITHM_ID) == null) {
            throw new IllegalStateException("The layered layout of ELK is missing from the build.");
        }
        new RecursiveGraphLayoutEngine().layout(root, Monitor.of(progress));
        stopIfCancelled(progress);
    }

    static void stopIfCancelled(LayoutProgress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("The layout was cancelled.");
        }
    }

    private static final class Monitor extends BasicProgressMonitor {
        private final LayoutProgress progress;

        private Monitor(LayoutProgress progress) {
            this.progress = progress;
        }

        /// Typed as the interface: were it not, the JVM would open ELK's jars and check their
        /// signatures at every start from a start-up cache, to see that the class is one.
        static IElkProgressMonitor of(LayoutProgress progress) {
            return new Monitor(progress);
        }

        @Override
        public boolean isCanceled() {
            return progress.cancelled();
        }
    }
}
