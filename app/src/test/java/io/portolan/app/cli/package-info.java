/// Tests of the command line as a user meets it: what it prints and its exit codes.
@NullMarked
package io.portolan.app.cli;

import org.jspecify.annotations.NullMarked;
