/// The window around it all: docks, menus, status, start page, dialogs.
@NullMarked
package io.portolan.app.ui.shell;

import org.jspecify.annotations.NullMarked;
