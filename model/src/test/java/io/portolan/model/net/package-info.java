@NullMarked
package io.portolan.model.net;

import org.jspecify.annotations.NullMarked;
