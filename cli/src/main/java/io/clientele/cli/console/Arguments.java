package io.clientele.cli.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after the command, sorted into options and plain words. */
public final class Arguments {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> words = new ArrayList<>();

    private Arguments() {}

    /** Reads {@code --name value}, {@code --name=value}, {@code --flag}, and after {@code --} only plain words. */
    public static Arguments parse(List<String> typed, Syntax syntax) {
        Arguments arguments = new Arguments();
        int at = 0;
        while (at < typed.size()) {
            String word = typed.get(at++);
            if (word.equals("--")) {
                arguments.words.addAll(typed.subList(at, typed.size()));
                break;
            }
            if (word.length() < 2 || !word.startsWith("-")) {
                arguments.words.add(word);
                continue;
            }
            at = arguments.option(word, typed, at, syntax);
        }
        if (arguments.words.size() > syntax.words()) {
            throw new UsageException("\"" + arguments.words.get(syntax.words()) + "\" is one word too many");
        }
        return arguments;
    }

    private int option(String word, List<String> typed, int at, Syntax syntax) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (syntax.flags().contains(name) && equals < 0) {
            flags.add(name);
            return at;
        }
        if (!syntax.valued().contains(name)) {
            throw new UsageException("unknown option " + name);
        }
        if (equals < 0 && at == typed.size()) {
            throw new UsageException(name + " needs a value");
        }
        String value = equals < 0 ? typed.get(at) : word.substring(equals + 1);
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return equals < 0 ? at + 1 : at;
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The value given last, so that a later word corrects an earlier one. */
    public Optional<String> value(String option) {
        List<String> given = values(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    public List<String> values(String option) {
        return List.copyOf(values.getOrDefault(option, List.of()));
    }

    public Optional<Long> number(String option) {
        return value(option).map(text -> number(option, text));
    }

    /** The plain word at this place; {@code name} is what the message calls it when it is missing. */
    public String word(int place, String name) {
        if (place >= words.size()) {
            throw new UsageException(name + " is missing");
        }
        return words.get(place);
    }

    public long number(String name, String text) {
        try {
            return Long.parseLong(text.replace("_", "").replace(",", ""));
        } catch (NumberFormatException e) {
            throw new UsageException(name + " is not a whole number: " + text);
        }
    }
}
