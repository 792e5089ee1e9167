/// The part of the headless test platform that has to live beside JavaFX's own classes.
package com.sun.glass.ui.headless;
