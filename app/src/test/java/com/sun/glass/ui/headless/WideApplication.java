package com.sun.glass.ui.headless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.ui.CommonDialogs;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;

import java.io.File;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// JavaFX's headless platform, with a screen of a chosen size and scale, keyboard modifiers on
/// mouse and wheel events, and file choosers that answer what the test has laid ready.
public final class WideApplication extends HeadlessApplication {
    private static final Deque<File> CHOSEN = new ArrayDeque<>();
    private static final int KEYS =
            KeyEvent.MODIFIER_SHIFT
                    | KeyEvent.MODIFIER_CONTROL
                    | KeyEvent.MODIFIER_ALT
                    | KeyEvent.MODIFIER_COMMAND;

    private int held;

    /// The next file or folder chooser answers this file.
    public static void choose(File file) {
        CHOSEN.add(file);
    }

    @Override
    protected Screen[] staticScreen_getScreens() {
        float scale = Float.parseFloat(System.getProperty("wide.scale", "1"));
        int w = Math.round(Integer.getInteger("wide.width", 1920) * scale);
        int h = Math.round(Integer.getInteger("wide.height", 1200) * scale);
        frameBuffer = ByteBuffer.allocate(w * h * 4);
        return new Screen[] {
            new Screen(
                    1, 32, 0, 0, w, h, 0, 0, w, h, 0, 0, w, h, 100, 100, scale, scale, scale, scale)
        };
    }

    @Override
    protected CommonDialogs.FileChooserResult staticCommonDialogs_showFileChooser(
            Window owner,
            String folder,
            String filename,
            String title,
            int type,
            boolean multipleMode,
            CommonDialogs.ExtensionFilter[] filters,
            int defaultFilterIndex) {
        List<File> files = new ArrayList<>();
        if (!CHOSEN.isEmpty()) {
            files.add(CHOSEN.poll());
        }
        return new CommonDialogs.FileChooserResult(files, null);
    }

    @Override
    protected File staticCommonDialogs_showFolderChooser(
            Window owner, String folder, String title) {
        return CHOSEN.poll();
    }

    @Override
    public View createView() {
        return new HeadlessView() {
            @Override
            protected void notifyKey(int type, int keyCode, char[] keyChars, int modifiers) {
                held = modifiers & KEYS;
                super.notifyKey(type, keyCode, keyChars, modifiers);
            }

            @Override
            protected void notifyMouse(
                    int type,
                    int button,
                    int x,
                    int y,
                    int xAbs,
                    int yAbs,
                    int modifiers,
                    boolean isPopupTrigger,
                    boolean isSynthesized) {
                super.notifyMouse(
                        type,
                        button,
                        x,
                        y,
                        xAbs,
                        yAbs,
                        modifiers | held,
                        isPopupTrigger,
                        isSynthesized);
            }

            @Override
            protected void notifyScroll(
                    int x,
                    int y,
                    int xAbs,
                    int yAbs,
                    double deltaX,
                    double deltaY,
                    int modifiers,
                    int lines,
                    int chars,
                    int defaultLines,
                    int defaultChars,
                    double xMultiplier,
                    double yMultiplier) {
                super.notifyScroll(
                        x,
                        y,
                        xAbs,
                        yAbs,
                        deltaX,
                        deltaY,
                        modifiers | held,
                        lines,
                        chars,
                        defaultLines,
                        defaultChars,
                        xMultiplier,
                        yMultiplier);
            }
        };
    }
}
