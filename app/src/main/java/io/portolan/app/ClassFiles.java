package io.portolan.app;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Gives classes that are older than Java 6 a file format of today, which changes nothing of what
/// they do: the JVM keeps no such class in a start-up cache (JDK-8261090 is for other archives),
/// but parses and verifies each at every start. Picocli is built for Java 5, and cost each command
/// 30 ms. The launcher runs this after a build, with this jar alone on the class path.
public final class ClassFiles {
    private static final int OLDEST_KEPT = ClassFile.JAVA_6_VERSION;
    private static final int RENEWED = ClassFile.JAVA_8_VERSION;

    /// Magic number, minor and major version.
    private static final int HEAD = 8;

    private ClassFiles() {}

    /// Renews the jars named, which must hold what their own classes extend.
    public static void main(String[] arguments) throws IOException {
        for (String jar : arguments) {
            renew(Path.of(jar));
        }
    }

    /// Writes a jar anew, whole or not at all, if it holds old classes.
    static void renew(Path jar) throws IOException {
        if (!hasOldClasses(jar)) {
            return;
        }
        Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
        try (ZipFile in = new ZipFile(jar.toFile());
                URLClassLoader others = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(fresh))) {
            ClassFile classes = classes(others);
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(isOld(entry, bytes) ? renewed(classes, bytes) : bytes);
                out.closeEntry();
            }
        }
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    static boolean hasOldClasses(Path jar) throws IOException {
        try (ZipFile in = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                if (isOld(entry, in.getInputStream(entry).readNBytes(HEAD))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOld(ZipEntry entry, byte[] head) {
        return entry.getName().endsWith(".class")
                && ((head[6] & 0xff) << 8 | (head[7] & 0xff)) < OLDEST_KEPT;
    }

    /// Newer classes have maps of their stacks, for which it is looked up what extends what.
    private static ClassFile classes(ClassLoader others) {
        return ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ConstantPoolSharingOption.NEW_POOL,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(others)));
    }

    private static byte[] renewed(ClassFile classes, byte[] old) {
        ClassTransform everyInstruction =
                ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
        ClassTransform version = ClassTransform.endHandler(made -> made.withVersion(RENEWED, 0));
        return classes.transformClass(classes.parse(old), everyInstruction.andThen(version));
    }
}
