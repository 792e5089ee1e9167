/// Rules about what was there before clusters and meshes: identity and translated addresses.
@NullMarked
package io.portolan.model.rule.builtin.legacy;

import org.jspecify.annotations.NullMarked;
