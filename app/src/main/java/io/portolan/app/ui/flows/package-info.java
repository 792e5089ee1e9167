/// The flows with their verdicts, and the bar that adds one.
@NullMarked
package io.portolan.app.ui.flows;

import org.jspecify.annotations.NullMarked;
