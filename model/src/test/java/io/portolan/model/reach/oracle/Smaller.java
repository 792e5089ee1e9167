package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Upstream;
import io.portolan.model.policy.View;
import io.portolan.model.reach.RelatedPair;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What says a little less than a value: lists with something left out, expressions that are one of
/// their terms, actions that are one of their outcomes. The records are the schema, so a new part
/// of the plan gets smaller without a word here. Every step is one that cannot be taken back, so
/// taking them ends.
final class Smaller {
    private static final Set<Class<?>> SETTINGS =
            Set.of(
                    PolicyMode.class,
                    Ties.class,
                    Replies.class,
                    ListenerTls.class,
                    Upstream.class,
                    View.class);

    /// Values of other packages (addresses, ports) stay as they are.
    private static final Set<String> HOMES =
            Set.of(
                    EnforcementPlan.class.getPackageName(),
                    RelatedPair.class.getPackageName(),
                    Trial.class.getPackageName());

    private Smaller() {}

    static Stream<Object> than(Object value) {
        return switch (value) {
            case List<?> list -> lists(list);
            case Set<?> set -> without(List.copyOf(set)).map(LinkedHashSet::new);
            case Map<?, ?> map -> maps(map);
            case Optional<?> some -> optionals(some);
            case Boolean yes -> Stream.<Object>of(false).filter(_ -> yes);
            case Enum<?> one -> settings(one);
            case Record record when isPart(record) ->
                    Stream.concat(insteadOf(record), parts(record));
            default -> Stream.empty();
        };
    }

    private static boolean isPart(Record record) {
        String home = record.getClass().getPackageName();
        return !(record instanceof Remark) && HOMES.contains(home);
    }

    // ---------------------------------------------------------------- whole values

    private static Stream<Object> insteadOf(Record record) {
        return switch (record) {
            case Expr<?> expression -> simpler(expression);
            case Action action -> simpler(action);
            case Block block -> entered(block);
            case Discipline discipline -> plain(discipline, Words.FIRST);
            case Target.OneOf(var candidates) -> candidates.stream().map(c -> c);
            case Packet.Payload.Tls(_, var inside) -> Stream.of(Words.OPAQUE, inside);
            case Packet.Payload payload -> plain(payload, Words.OPAQUE);
            default -> Stream.empty();
        };
    }

    /// First matches in listed order are plain already, in whatever order it is.
    private static Stream<Object> plain(Object value, Object plain) {
        return value.getClass().equals(plain.getClass()) ? Stream.empty() : Stream.of(plain);
    }

    private static Stream<Object> simpler(Expr<?> expression) {
        return switch (expression) {
            case Expr.Any<?> _ -> Stream.empty();
            case Expr.Is<?> _, Expr.Unknown<?> _ -> Stream.of(Expr.any());
            case Expr.AnyOf<?>(var terms) -> Stream.concat(Stream.of(Expr.any()), terms.stream());
            case Expr.AllOf<?>(var terms) -> Stream.concat(Stream.of(Expr.any()), terms.stream());
            case Expr.Not<?>(var term) -> Stream.of(Expr.any(), term);
            case Expr.Named<?>(_, var meaning) -> Stream.of(Expr.any(), meaning);
        };
    }

    private static Stream<Object> simpler(Action action) {
        return switch (action) {
            case Action.Allow _, Action.Deny _, Action.Pass _, Action.Continue _ -> Stream.empty();
            case Action.Enter _ -> Stream.of(Words.ALLOW, Words.DENY, Words.PASS);
            case Action.Either(_, var possible) -> possible.stream().map(a -> a);
        };
    }

    private static Stream<Object> entered(Block block) {
        return block.policies().stream()
                .map(Policy::rules)
                .flatMap(List::stream)
                .map(Rule::action)
                .filter(Action.Enter.class::isInstance)
                .map(action -> ((Action.Enter) action).block());
    }

    private static Stream<Object> settings(Enum<?> one) {
        Object first = one.getDeclaringClass().getEnumConstants()[0];
        return Stream.of(first)
                .filter(f -> SETTINGS.contains(one.getDeclaringClass()) && !f.equals(one));
    }

    // ---------------------------------------------------------------- parts

    private static Stream<Object> parts(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> part(record, c)).toArray();
        return IntStream.range(0, values.length)
                .boxed()
                .flatMap(i -> than(values[i]).map(less -> with(values, i, less)))
                .flatMap(changed -> made(record.getClass(), components, changed).stream());
    }

    private static Object part(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object[] with(Object[] values, int index, Object other) {
        Object[] changed = values.clone();
        changed[index] = other;
        return changed;
    }

    /// Nothing where the record does not take such a value.
    private static Optional<Object> made(
            Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (ReflectiveOperationException _) {
            return Optional.empty();
        }
    }

    // ---------------------------------------------------------------- collections

    private static Stream<Object> lists(List<?> list) {
        Stream<Object> each =
                IntStream.range(0, list.size())
                        .boxed()
                        .flatMap(i ->
                                than(list.get(i))
                                        .map(less -> List.of(with(list.toArray(), i, less))));
        return Stream.concat(without(list), each);
    }

    /// Nothing at all, either half, and all but one.
    private static Stream<List<Object>> without(List<?> list) {
        int size = list.size();
        Stream<List<Object>> halves =
                size < 2
                        ? Stream.empty()
                        : Stream.of(
                                List.copyOf(list.subList(0, size / 2)),
                                List.copyOf(list.subList(size / 2, size)));
        Stream<List<Object>> none = size == 0 ? Stream.empty() : Stream.of(List.of());
        Stream<List<Object>> allButOne =
                IntStream.range(0, size < 3 ? 0 : size).mapToObj(i -> without(list, i));
        return Stream.concat(none, Stream.concat(halves, allButOne));
    }

    private static List<Object> without(List<?> list, int index) {
        List<Object> left = new ArrayList<>(list);
        left.remove(index);
        return left;
    }

    private static Stream<Object> maps(Map<?, ?> map) {
        Stream<Object> fewer = without(List.copyOf(map.keySet())).map(keys -> only(map, keys));
        Stream<Object> less =
                map.entrySet().stream()
                        .flatMap(e -> than(e.getValue()).map(v -> with(map, e.getKey(), v)));
        return Stream.concat(fewer, less);
    }

    private static Map<Object, Object> only(Map<?, ?> map, List<Object> keys) {
        Map<Object, Object> left = new LinkedHashMap<>(map);
        left.keySet().retainAll(keys);
        return left;
    }

    private static Map<Object, Object> with(Map<?, ?> map, Object key, Object value) {
        Map<Object, Object> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static Stream<Object> optionals(Optional<?> some) {
        return some.isEmpty()
                ? Stream.empty()
                : Stream.concat(Stream.of(Optional.empty()), than(some.get()).map(Optional::of));
    }
}
