/// Fixtures that the tests of all modules share.
@NullMarked
package io.portolan.model.testing;

import org.jspecify.annotations.NullMarked;
