/// The icons of Portolan: own drawings, one hand, one per kind of element and one per action.
@NullMarked
package io.portolan.icons;

import org.jspecify.annotations.NullMarked;
