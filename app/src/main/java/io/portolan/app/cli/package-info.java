/// The command line: thin commands that parse options, call a service and map the result to an exit
/// code. Without JavaFX.
@NullMarked
package io.portolan.app.cli;

import org.jspecify.annotations.NullMarked;
