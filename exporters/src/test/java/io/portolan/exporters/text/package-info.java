/// Tests of the text tools.
@NullMarked
package io.portolan.exporters.text;

import org.jspecify.annotations.NullMarked;
