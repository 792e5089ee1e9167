/// Every command of the window, once: menus, tool bar, keys and the command palette are made from
/// it.
@NullMarked
package io.portolan.app.ui.action;

import org.jspecify.annotations.NullMarked;
