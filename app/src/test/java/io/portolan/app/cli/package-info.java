@NullMarked
package io.portolan.app.cli;

import org.jspecify.annotations.NullMarked;
