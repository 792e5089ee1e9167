/// What is wrong with the design, live, and how to repair it.
@NullMarked
package io.portolan.app.ui.findings;

import org.jspecify.annotations.NullMarked;
