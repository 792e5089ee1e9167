@NullMarked
package io.portolan.app.service;

import org.jspecify.annotations.NullMarked;
