/// What was done to the design, step by step.
@NullMarked
package io.portolan.app.ui.history;

import org.jspecify.annotations.NullMarked;
