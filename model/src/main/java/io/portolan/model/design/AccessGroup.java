package io.portolan.model.design;

import java.util.Optional;

/// Binds an access list to an interface or zone: to what comes `in` there or what goes `out` there.
/// Neither is the global list of an ASA. A list of which there is no rule is undefined.
public record AccessGroup(String list, Optional<String> in, Optional<String> out) {
    public AccessGroup {
        if (in.isPresent() && out.isPresent()) {
            throw new IllegalArgumentException(
                    "The access list (%s) must be bound to one direction. Write in or out."
                            .formatted(list));
        }
    }
}
