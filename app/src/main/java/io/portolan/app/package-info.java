/// The program: decides between window and command line.
@NullMarked
package io.portolan.app;

import org.jspecify.annotations.NullMarked;
