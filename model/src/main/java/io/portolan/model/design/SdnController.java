package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// A controller that programs the devices it manages.
public record SdnController(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Optional<String> product,
        List<ElementId> manages)
        implements Directory {
    public SdnController {
        manages = List.copyOf(manages);
    }
}
