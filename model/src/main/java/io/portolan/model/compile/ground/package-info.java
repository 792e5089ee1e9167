/// What is drawn, and where it stands: segments and what is attached to them, devices, pods,
/// meshes, and the addresses of elements and services. It knows the design only, no rule.
@NullMarked
package io.portolan.model.compile.ground;

import org.jspecify.annotations.NullMarked;
