@NullMarked
package io.portolan.model.rule;

import org.jspecify.annotations.NullMarked;
