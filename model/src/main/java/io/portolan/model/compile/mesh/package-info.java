/// Whom the meshes put proxies before, and what those let pass, in and out.
@NullMarked
package io.portolan.model.compile.mesh;

import org.jspecify.annotations.NullMarked;
