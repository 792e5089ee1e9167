/// Fixtures that the tests of all modules share.
@NullMarked
package io.portolan.model.reach.oracle;

import org.jspecify.annotations.NullMarked;
