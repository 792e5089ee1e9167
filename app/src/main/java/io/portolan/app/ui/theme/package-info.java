/// How the window looks: fonts, the two colour schemes, icons.
@NullMarked
package io.portolan.app.ui.theme;

import org.jspecify.annotations.NullMarked;
