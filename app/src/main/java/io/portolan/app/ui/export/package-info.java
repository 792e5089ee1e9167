/// What each target would be given, and writing it.
@NullMarked
package io.portolan.app.ui.export;

import org.jspecify.annotations.NullMarked;
