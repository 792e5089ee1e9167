package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Badge;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Op;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The numbers of problems of selected elements once more, above the frames around them: a frame
/// must not cross a number.
final class FrameBadges extends Group {
    private final List<Rectangle> pills = new ArrayList<>();
    private final List<Text> words = new ArrayList<>();
    private Fonts fonts = new Fonts(1);

    /// Shows those of what is selected, if the drawing shows any at this zoom.
    void arrange(CanvasViewModel model) {
        List<Op> ops = new ArrayList<>();
        if (model.detail() == Detail.FULL) {
            model.selection()
                    .forEach(id -> {
                        int problems = model.problemsOf(id);
                        model.displayList()
                                .find(id)
                                .map(Item::bounds)
                                .ifPresent(a -> ops.addAll(Badge.of(problems, a, model.palette())));
                    });
        }
        if (fonts.zoom() != model.viewport().zoom()) {
            fonts = new Fonts(model.viewport().zoom());
        }
        getChildren().forEach(n -> n.setVisible(false));
        int pill = 0;
        int word = 0;
        for (Op op : ops) {
            if (op instanceof Op.Block b) {
                place(pooled(pills, pill++, Rectangle::new), b, model.viewport());
            } else if (op instanceof Op.Words w) {
                place(pooled(words, word++, Text::new), w, model.viewport());
            }
        }
    }

    private <N extends Node> N pooled(List<N> pool, int number, Supplier<N> maker) {
        if (number == pool.size()) {
            N fresh = maker.get();
            pool.add(fresh);
            getChildren().add(fresh);
        }
        N node = pool.get(number);
        node.setVisible(true);
        return node;
    }

    private static void place(Rectangle pill, Op.Block block, Viewport view) {
        var at = view.toScreen(block.area());
        pill.setX(at.x());
        pill.setY(at.y());
        pill.setWidth(at.width());
        pill.setHeight(at.height());
        pill.setArcWidth(at.height());
        pill.setArcHeight(at.height());
        pill.setFill(Colours.of(block.fill()));
    }

    private void place(Text text, Op.Words op, Viewport view) {
        var at = view.toScreen(op.at());
        text.setText(op.text());
        text.setFont(fonts.of(op.type()));
        text.setX(at.x());
        text.setY(at.y());
        text.setFill(Colours.of(op.colour()));
    }
}
