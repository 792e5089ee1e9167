package io.portolan.app.ui.journey;

import com.sun.javafx.tk.Toolkit;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;

/// Mouse and keyboard that go on as soon as the window has answered. TestFX takes fifty
/// milliseconds of sleep after every key and every click, and one after each of the two hundred
/// steps of a move: most of the time of a journey. Here the window handles each event, and lays
/// itself out, before the next one comes.
final class Hands extends FxRobot {
    private static final double STEP = 4;
    private static final long PATIENCE = 30_000;

    private final BaseRobot base = robotContext().getBaseRobot();

    @Override
    public Hands moveTo(PointQuery target, Motion motion) {
        return glide(target.query());
    }

    @Override
    public Hands moveBy(double x, double y, Motion motion) {
        return glide(base.retrieveMouse().add(x, y));
    }

    /// In steps so small that a drag is noticed before it has left what is dragged.
    private Hands glide(Point2D to) {
        return done(() -> {
            Point2D from = base.retrieveMouse();
            double steps = Math.max(1, Math.ceil(from.distance(to) / STEP));
            for (int i = 1; i <= steps; i++) {
                base.moveMouse(from.interpolate(to, i / steps));
            }
        });
    }

    @Override
    public Hands clickOn(PointQuery target, Motion motion, MouseButton... buttons) {
        moveTo(target, motion);
        return clickOn(buttons);
    }

    @Override
    public Hands clickOn(MouseButton... buttons) {
        press(buttons);
        return release(buttons);
    }

    @Override
    public Hands doubleClickOn(PointQuery target, Motion motion, MouseButton... buttons) {
        clickOn(target, motion, buttons);
        return clickOn(buttons);
    }

    @Override
    public Hands press(MouseButton... buttons) {
        return done(() -> orPrimary(buttons).forEach(base::pressMouse));
    }

    @Override
    public Hands release(MouseButton... buttons) {
        return done(() -> orPrimary(buttons).forEach(base::releaseMouse));
    }

    private static List<MouseButton> orPrimary(MouseButton... buttons) {
        return buttons.length == 0 ? List.of(MouseButton.PRIMARY) : List.of(buttons);
    }

    @Override
    public Hands press(KeyCode... keys) {
        return done(() -> List.of(keys).forEach(base::pressKeyboard));
    }

    @Override
    public Hands release(KeyCode... keys) {
        return done(() -> List.of(keys).forEach(base::releaseKeyboard));
    }

    @Override
    public Hands type(KeyCode... keys) {
        for (KeyCode key : keys) {
            press(key);
            release(key);
        }
        return this;
    }

    @Override
    public Hands write(String text, int sleep) {
        text.chars().forEach(c -> write((char) c));
        return this;
    }

    @Override
    public Hands write(char character) {
        Window target = window(Window::isFocused);
        return done(() ->
                base.typeKeyboard(target.getScene(), KeyCode.UNDEFINED, String.valueOf(character)));
    }

    /// On the thread of the window, for each change of threads takes longer than the work; then
    /// what the event has put off is done. A pulse after each of them puts everything where it
    /// belongs.
    private Hands done(Runnable event) {
        WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE,
                () -> {
                    event.run();
                    Toolkit.getToolkit().firePulse();
                });
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> Toolkit.getToolkit().firePulse());
        return this;
    }
}
