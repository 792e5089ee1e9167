/// Rules about meshes: who can prove what he must.
@NullMarked
package io.portolan.model.rule.builtin.mesh;

import org.jspecify.annotations.NullMarked;
