/// The window.
@NullMarked
package io.portolan.app.ui;

import org.jspecify.annotations.NullMarked;
