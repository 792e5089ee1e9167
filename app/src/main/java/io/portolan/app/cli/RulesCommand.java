package io.portolan.app.cli;

import io.portolan.app.service.InvalidInputException;
import io.portolan.model.report.Json;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Rules;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `portolan rules`: what is checked, and the page of each rule.
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Lists the rules, or prints the page of one.",
        footer = {"", "Example: portolan rules FLW-001"})
final class RulesCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "A rule, such as IPM-001.")
    private @Nullable String id;

    @Option(names = "--format", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Mixin private Destination destination = new Destination();

    @Override
    public Integer call() {
        destination.print(id == null ? list() : page(id));
        return PortolanCommand.CLEAN;
    }

    private String list() {
        List<RuleInfo> infos = Rules.all().stream().map(DesignRule::info).toList();
        return format == Format.JSON
                ? Json.write(infos)
                : infos.stream()
                        .map(i ->
                                "%s  %-7s  %s\n"
                                        .formatted(
                                                i.id(),
                                                i.severity().name().toLowerCase(Locale.ROOT),
                                                i.title()))
                        .collect(Collectors.joining());
    }

    private static String page(String id) {
        return Rules.find(id.toUpperCase(Locale.ROOT))
                .flatMap(rule -> Rules.page(rule.info().id()))
                .orElseThrow(() ->
                        new InvalidInputException(
                                "There is no rule (%s). `portolan rules` lists them."
                                        .formatted(id)));
    }
}
