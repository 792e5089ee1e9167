/// What can talk to what: the plan interpreted for sets of connections, with the deciding rule of
/// every stage.
@NullMarked
package io.portolan.model.reach;

import org.jspecify.annotations.NullMarked;
