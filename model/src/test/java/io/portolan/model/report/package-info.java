@NullMarked
package io.portolan.model.report;

import org.jspecify.annotations.NullMarked;
