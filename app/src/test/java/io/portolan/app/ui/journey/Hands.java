package io.portolan.app.ui.journey;

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
        Point2D from = base.retrieveMouse();
        double steps = Math.max(1, Math.ceil(from.distance(to) / STEP));
        for (int i = 1; i <= steps; i++) {
            base.moveMouse(from.interpolate(to, i / steps));
        }
        return settled();
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
        for (MouseButton button : orPrimary(buttons)) {
            base.pressMouse(button);
        }
        return settled();
    }

    @Override
    public Hands release(MouseButton... buttons) {
        for (MouseButton button : orPrimary(buttons)) {
            base.releaseMouse(button);
        }
        return settled();
    }

    private static List<MouseButton> orPrimary(MouseButton... buttons) {
        return buttons.length == 0 ? List.of(MouseButton.PRIMARY) : List.of(buttons);
    }

    @Override
    public Hands press(KeyCode... keys) {
        for (KeyCode key : keys) {
            base.pressKeyboard(key);
        }
        return settled();
    }

    @Override
    public Hands release(KeyCode... keys) {
        for (KeyCode key : keys) {
            base.releaseKeyboard(key);
        }
        return settled();
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
        base.typeKeyboard(target.getScene(), KeyCode.UNDEFINED, String.valueOf(character));
        return settled();
    }

    /// What an event has put off is done, and what it has moved is where it belongs.
    private Hands settled() {
        for (int i = 0; i < 2; i++) {
            WaitForAsyncUtils.waitForAsyncFx(PATIENCE, Hands::layOut);
        }
        return this;
    }

    private static void layOut() {
        for (Window window : List.copyOf(Window.getWindows())) {
            window.getScene().getRoot().applyCss();
            window.getScene().getRoot().layout();
        }
    }
}
