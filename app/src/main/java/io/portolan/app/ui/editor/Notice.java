package io.portolan.app.ui.editor;

import java.util.Optional;

/// Something to tell the user in passing, with a thing to do about it where there is one.
public record Notice(Tone tone, String text, Optional<Offer> offer) {
    /// How loud.
    public enum Tone {
        DONE,
        FAILED
    }

    /// A button on the notice.
    public record Offer(String title, Runnable action) {}

    public static Notice done(String text) {
        return new Notice(Tone.DONE, text, Optional.empty());
    }

    public static Notice failed(String text) {
        return new Notice(Tone.FAILED, text, Optional.empty());
    }
}
