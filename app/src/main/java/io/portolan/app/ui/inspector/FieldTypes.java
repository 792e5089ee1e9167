package io.portolan.app.ui.inspector;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.InterfaceAddress;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds how a declared type is edited.
final class FieldTypes {
    private static final Map<Class<?>, Function<String, Object>> PARSERS =
            Map.of(
                    String.class, text -> text,
                    int.class, FieldTypes::number,
                    Integer.class, FieldTypes::number,
                    Address.class, Address::parse,
                    Cidr.class, Cidr::parse,
                    PortSet.class, PortSet::parse,
                    Protocol.class, Protocol::parse,
                    InterfaceAddress.class, InterfaceAddress::parse,
                    LocalDate.class, FieldTypes::date);

    private FieldTypes() {}

    static FieldType of(Type type) {
        return type instanceof ParameterizedType generic ? ofGeneric(generic) : ofClass(type);
    }

    private static FieldType ofGeneric(ParameterizedType type) {
        Type first = type.getActualTypeArguments()[0];
        if (type.getRawType() == Optional.class) {
            return new FieldType.Maybe(of(first));
        }
        if (type.getRawType() == List.class) {
            return new FieldType.ListOf(of(first));
        }
        if (type.getRawType() == Map.class) {
            return new FieldType.Pairs();
        }
        throw unknown(type);
    }

    private static FieldType ofClass(Type type) {
        if (!(type instanceof Class<?> plain)) {
            throw unknown(type);
        }
        Function<String, Object> parse = PARSERS.get(plain);
        if (parse != null) {
            return new FieldType.Scalar(plain, parse);
        }
        if (plain == ElementId.class) {
            return new FieldType.Reference();
        }
        if (plain == boolean.class) {
            return new FieldType.Flag();
        }
        if (plain.isEnum()) {
            return new FieldType.Choice(List.of(plain.getEnumConstants()));
        }
        if (plain.isRecord()) {
            return new FieldType.Nested(plain.asSubclass(Record.class));
        }
        throw unknown(type);
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException(
                "There is no editor for the type (%s). Add it to the field types."
                        .formatted(type.getTypeName()));
    }

    private static Object number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The number (%s) must be a whole number.".formatted(text), e);
        }
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The date (%s) must be written like 2027-06-30.".formatted(text), e);
        }
    }
}
