/// Rules about flows: whether they work, what is open beyond them, what they lack.
@NullMarked
package io.portolan.model.rule.builtin.flow;

import org.jspecify.annotations.NullMarked;
