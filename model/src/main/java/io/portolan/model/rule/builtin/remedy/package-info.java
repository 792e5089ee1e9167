/// Repairs that several rules offer.
@NullMarked
package io.portolan.model.rule.builtin.remedy;

import org.jspecify.annotations.NullMarked;
