/// Addresses, ports and names: immutable values with their algebra. Every value has a `parse` that
/// refuses what is not exactly that value, and a `toString` that `parse` reads back.
@NullMarked
package io.portolan.model.net;

import org.jspecify.annotations.NullMarked;
