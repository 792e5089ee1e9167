@NullMarked
package io.portolan.model.design;

import org.jspecify.annotations.NullMarked;
