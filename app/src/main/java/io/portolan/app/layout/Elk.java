package io.portolan.app.layout;

import io.portolan.model.design.Element;

import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;

import java.util.EnumSet;
import java.util.concurrent.CancellationException;

/// The layered algorithm of ELK with the options of this drawing. Model order is not asked for: it
/// fails on lines that cross containers.
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

    /// Makes a node a container that is laid out together with everything inside.
    static void setUp(ElkNode container) {
        container.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        container.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        container.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        container.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        container.setProperty(CoreOptions.RANDOM_SEED, SEED);
        container.setProperty(CoreOptions.SPACING_NODE_NODE, (double) Measures.GAP + 8);
        container.setProperty(
                LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) Measures.LANE);
    }

    /// Leaves room for the header and makes the container wide enough for it.
    static void setUp(ElkNode container, Element element) {
        setUp(container);
        int side = Measures.PADDING;
        container.setProperty(
                CoreOptions.PADDING,
                new ElkPadding(Measures.HEADER + side / 2.0, side, side, side));
        container.setProperty(
                CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
        container.setProperty(
                CoreOptions.NODE_SIZE_MINIMUM,
                new KVector(Measures.containerWidth(element), Measures.EMPTY_HEIGHT));
    }

    /// Runs the layout.
    ///
    /// @throws CancellationException if `progress` says so
    static void layOut(ElkNode root, LayoutProgress progress) {
        if (Registration.SERVICE.getAlgorithmData(LayeredOptions.ALGORITHM_ID) == null) {
            throw new IllegalStateException("The layered layout of ELK is missing from the build.");
        }
        new RecursiveGraphLayoutEngine().layout(root, new Monitor(progress));
        stopIfCancelled(progress);
    }

    static void stopIfCancelled(LayoutProgress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("The layout was cancelled.");
        }
    }

    private static final class Monitor extends BasicProgressMonitor {
        private final LayoutProgress progress;

        Monitor(LayoutProgress progress) {
            this.progress = progress;
        }

        @Override
        public boolean isCanceled() {
            return progress.cancelled();
        }
    }
}
