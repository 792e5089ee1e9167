/// The rules that Portolan brings, by category.
@NullMarked
package io.portolan.model.rule.builtin;

import org.jspecify.annotations.NullMarked;
