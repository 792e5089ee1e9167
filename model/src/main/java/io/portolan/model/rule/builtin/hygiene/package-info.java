/// Rules about order: things that expired or that refer to nothing.
@NullMarked
package io.portolan.model.rule.builtin.hygiene;

import org.jspecify.annotations.NullMarked;
