package io.portolan.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

final class ClassFilesTest {
    @TempDir private Path folder;
    private Path jar;

    @BeforeEach
    void copy() throws IOException, URISyntaxException {
        URL picocli = CommandLine.class.getProtectionDomain().getCodeSource().getLocation();
        jar = Files.copy(Path.of(picocli.toURI()), folder.resolve("picocli.jar"));
    }

    @Test
    void oldClassesAreRenewedAndAllOfThemVerify() throws Exception {
        assertThat(ClassFiles.hasOldClasses(jar)).isTrue();
        ClassFiles.main(new String[] {jar.toString()});
        assertThat(ClassFiles.hasOldClasses(jar)).isFalse();
        assertThat(folder)
                .isDirectoryContaining(jar::equals)
                .isDirectoryNotContaining("glob:**.new");
        URL[] own = {jar.toUri().toURL()};
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (ZipFile zip = new ZipFile(jar.toFile());
                URLClassLoader loader = new URLClassLoader(own, platform)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().matches("picocli/.*\\.class")) {
                    String name = entry.getName().replace('/', '.').replaceFirst("\\.class$", "");
                    assertThat(Class.forName(name, true, loader).getClassLoader())
                            .isEqualTo(loader);
                }
            }
        }
    }

    @Test
    void aJarOfTodayIsNotWritten() throws IOException {
        ClassFiles.renew(jar);
        byte[] once = Files.readAllBytes(jar);
        var written = Files.getLastModifiedTime(jar);
        ClassFiles.renew(jar);
        assertThat(Files.readAllBytes(jar)).isEqualTo(once);
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(written);
    }
}
