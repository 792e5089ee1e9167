package io.portolan.model.design;

import java.util.Optional;

/// What people say of an element. `environment` (`prod`, `test`) and `trustZone` hold for
/// everything inside unless said otherwise there.
public record About(
        Optional<String> owner,
        Optional<String> environment,
        Optional<String> trustZone,
        Optional<String> note) {
    public static final About NOTHING =
            new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
