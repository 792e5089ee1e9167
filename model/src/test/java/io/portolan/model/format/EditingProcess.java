package io.portolan.model.format;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;

import java.io.IOException;
import java.nio.file.Path;

/// A process of its own that edits or saves a design until it is killed, saying each step.
final class EditingProcess {
    private EditingProcess() {}

    static Change rename(int step) {
        return new Change.RenameDesign("step " + step, "name " + step);
    }

    public static void main(String... args) throws IOException {
        Path file = Path.of(args[1]);
        for (int step = 1; ; step++) {
            if (args[0].equals("journal")) {
                Journal.of(file).append(rename(step));
            } else {
                Design design = DesignStore.load(file).design().orElseThrow();
                DesignStore.save(file, rename(step).applyTo(design));
            }
            System.out.println(step);
        }
    }
}
