@NullMarked
package io.portolan.model;

import org.jspecify.annotations.NullMarked;
