/// Where JavaFX looks for the platform named `Wide`.
package com.sun.glass.ui.wide;
