package io.clientele.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The messages that the source of a bundle says to people: what it gives to the exceptions that become problems, and to calls that are named. A
 * text is put together from literals by {@code +} and {@code ?:}; everything else is a hole, told as the character NUL.
 */
final class SourceMessages {
    static final String HOLE = "\0";
    private static final Pattern TYPE = Pattern.compile("[a-z]+(-[a-z]+)*");

    private final Set<String> calls;
    private final Set<String> messages = new TreeSet<>();
    private final Set<String> literals = new TreeSet<>();
    private final Set<String> titles = new TreeSet<>();

    /**
     * @param calls method names, or receiver and name as in {@code faults.add}; {@code this.add} is one without a receiver. Of what they are
     *     given, the texts with a blank are messages
     */
    SourceMessages(List<Path> roots, Set<String> calls) {
        this.calls = calls;
        roots.forEach(this::read);
    }

    /** The messages, by what is said in the end. */
    Set<String> messages() {
        return messages;
    }

    /** All texts of the source. */
    Set<String> literals() {
        return literals;
    }

    /** What problems are called whose types are named. */
    Set<String> titles() {
        return titles;
    }

    private void read(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                read(JavaTokens.of(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(JavaTokens source) {
        for (int i = 0; i < source.size(); i++) {
            if (source.isText(i)) {
                literals.add(joined(source, i));
                if (TYPE.matcher(source.text(i)).matches()) {
                    titles.add(title(source.text(i)));
                }
            }
            if (i > 0 && source.get(i).equals("(")) {
                List<JavaTokens> arguments =
                        source.part(i + 1, source.closing(i)).split(",");
                messages.addAll(said(called(source, i - 1), source.get(i - 1), arguments));
            }
        }
    }

    /** A literal with those that are added to it at once. */
    private static String joined(JavaTokens source, int from) {
        StringBuilder text = new StringBuilder(source.text(from));
        for (int i = from + 2; i < source.size() && source.get(i - 1).equals("+") && source.isText(i); i += 2) {
            text.append(source.text(i));
        }
        return text.toString();
    }

    private static String title(String type) {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1).replace('-', ' ');
    }

    private static String called(JavaTokens source, int name) {
        boolean received = name > 1 && source.get(name - 1).equals(".");
        return (received ? source.get(name - 2) : "this") + "." + source.get(name);
    }

    private List<String> said(String qualified, String name, List<JavaTokens> arguments) {
        int last = arguments.size() - 1;
        List<String> said = new ArrayList<>();
        switch (name) {
            case "NotFoundException" -> {
                if (last == 1) {
                    for (String kind : texts(arguments.get(0))) {
                        texts(arguments.get(1)).forEach(id -> said.add("There is no " + kind + " " + id));
                    }
                }
            }
            case "ForbiddenException" ->
                texts(arguments.get(0)).stream()
                        .filter(permission -> !permission.equals(HOLE))
                        .forEach(permission -> said.add("This needs the permission " + permission));
            case "InvalidInputException",
                    "Violation",
                    "ConflictException",
                    "UnauthenticatedException",
                    "PreconditionException" -> said.addAll(texts(arguments.get(last)));
            case "GoneException", "UnavailableException", "ThrottledException" ->
                said.addAll(texts(arguments.get(Math.max(0, last - 1))));
            default -> {
                if (calls.contains(name) || calls.contains(qualified)) {
                    arguments.forEach(each -> texts(each).stream()
                            .filter(text -> text.contains(" "))
                            .forEach(said::add));
                }
            }
        }
        said.removeIf(text -> text.codePoints().noneMatch(Character::isLetter));
        return said;
    }

    /** All that an expression may say. */
    private static Collection<String> texts(JavaTokens expression) {
        JavaTokens inner = expression.unwrapped();
        if (!inner.holdsText()) {
            return List.of(HOLE);
        }
        int question = outside(inner, "?", 0);
        if (question >= 0) {
            int colon = colon(inner, question);
            List<String> both = new ArrayList<>(texts(inner.part(question + 1, colon)));
            both.addAll(texts(inner.part(colon + 1, inner.size())));
            return both;
        }
        List<String> texts = List.of("");
        for (JavaTokens part : inner.split("+")) {
            Collection<String> next = partTexts(part);
            texts = texts.stream()
                    .flatMap(before -> next.stream().map(after -> before + after))
                    .toList();
        }
        return texts.stream().map(text -> text.replaceAll(HOLE + "+", HOLE)).toList();
    }

    private static Collection<String> partTexts(JavaTokens part) {
        if (part.size() == 1 && part.isText(0)) {
            return List.of(part.text(0));
        }
        boolean wrapped = part.size() > 1 && part.get(0).equals("(") && part.closing(0) == part.size() - 1;
        return wrapped && part.holdsText() ? texts(part) : List.of(HOLE);
    }

    private static int outside(JavaTokens tokens, String sought, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            depth += JavaTokens.depthOf(tokens.get(i));
            if (depth == 0 && tokens.get(i).equals(sought)) {
                return i;
            }
        }
        return -1;
    }

    /** The colon of a question, whatever questions are inside. */
    private static int colon(JavaTokens tokens, int question) {
        int open = 0;
        int depth = 0;
        for (int i = question; i < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += JavaTokens.depthOf(token);
            if (depth == 0 && token.equals("?")) {
                open++;
            } else if (depth == 0 && token.equals(":") && --open == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
