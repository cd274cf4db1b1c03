package io.clientele.testkit;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
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
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The messages that the source of a bundle says to people: what it gives to the exceptions that become problems, and to calls that are named. A
 * text is put together from literals by {@code +} and {@code ?:}; everything else is a hole, told as the character NUL.
 */
final class SourceMessages extends TreeScanner<@Nullable Void, @Nullable Void> {
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
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> found = Files.walk(root);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> files =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void none) {
        if (tree.getValue() instanceof String text) {
            literals.add(text);
            if (TYPE.matcher(text).matches()) {
                titles.add(text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).replace('-', ' '));
            }
        }
        return super.visitLiteral(tree, null);
    }

    /** Literals that are added to each other at once are one text. */
    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void none) {
        StringBuilder joined = new StringBuilder();
        for (ExpressionTree part : summands(tree)) {
            String text = text(part);
            if (text == null) {
                literals.add(joined.toString());
                joined.setLength(0);
            } else {
                joined.append(text);
            }
        }
        literals.add(joined.toString());
        return super.visitBinary(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
        say(tree.getIdentifier(), tree.getArguments());
        return super.visitNewClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
        say(tree.getMethodSelect(), tree.getArguments());
        return super.visitMethodInvocation(tree, null);
    }

    private void say(Tree called, List<? extends ExpressionTree> arguments) {
        if (!arguments.isEmpty()) {
            said(called, arguments).stream()
                    .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                    .forEach(messages::add);
        }
    }

    private Collection<String> said(Tree called, List<? extends ExpressionTree> arguments) {
        int last = arguments.size() - 1;
        String name = name(called);
        return switch (name) {
            case "NotFoundException" -> last == 1 ? absences(arguments) : List.of();
            case "ForbiddenException" ->
                texts(arguments.get(0)).stream()
                        .filter(permission -> !permission.equals(HOLE))
                        .map(permission -> "This needs the permission " + permission)
                        .toList();
            case "InvalidInputException",
                    "Violation",
                    "ConflictException",
                    "UnauthenticatedException",
                    "PreconditionException" -> texts(arguments.get(last));
            case "GoneException", "UnavailableException", "ThrottledException" ->
                texts(arguments.get(Math.max(0, last - 1)));
            default ->
                calls.contains(name) || calls.contains(receiver(called) + "." + name)
                        ? arguments.stream()
                                .flatMap(each -> texts(each).stream())
                                .filter(text -> text.contains(" "))
                                .toList()
                        : List.of();
        };
    }

    private static List<String> absences(List<? extends ExpressionTree> arguments) {
        return texts(arguments.get(0)).stream()
                .flatMap(kind -> texts(arguments.get(1)).stream().map(id -> "There is no " + kind + " " + id))
                .toList();
    }

    private static String name(Tree called) {
        if (called instanceof MemberSelectTree select) {
            return select.getIdentifier().toString();
        }
        return called instanceof IdentifierTree identifier
                ? identifier.getName().toString()
                : "";
    }

    private static String receiver(Tree called) {
        return called instanceof MemberSelectTree select ? name(select.getExpression()) : "this";
    }

    /** All that an expression may say. */
    private static Collection<String> texts(ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree inner) {
            return texts(inner.getExpression());
        }
        if (expression instanceof ConditionalExpressionTree question && holdsText(question)) {
            return Stream.of(question.getTrueExpression(), question.getFalseExpression())
                    .flatMap(branch -> texts(branch).stream())
                    .toList();
        }
        List<ExpressionTree> summands = summands(expression);
        if (summands.size() == 1) {
            String text = text(expression);
            return List.of(text == null ? HOLE : text);
        }
        List<String> texts = List.of("");
        for (ExpressionTree summand : summands) {
            Collection<String> next = texts(summand);
            texts = texts.stream()
                    .flatMap(before -> next.stream().map(after -> before + after))
                    .toList();
        }
        return texts.stream().map(text -> text.replaceAll(HOLE + "+", HOLE)).toList();
    }

    /** What is added to each other, from left to right; the expression alone if it is no sum. */
    private static List<ExpressionTree> summands(ExpressionTree expression) {
        if (!(expression instanceof BinaryTree sum) || sum.getKind() != Tree.Kind.PLUS) {
            return List.of(expression);
        }
        List<ExpressionTree> summands = new ArrayList<>(summands(sum.getLeftOperand()));
        summands.addAll(summands(sum.getRightOperand()));
        return summands;
    }

    private static @Nullable String text(ExpressionTree expression) {
        return expression instanceof LiteralTree literal && literal.getValue() instanceof String text ? text : null;
    }

    private static boolean holdsText(Tree tree) {
        Boolean holds = new TreeScanner<@Nullable Boolean, @Nullable Void>() {
            @Override
            public @Nullable Boolean visitLiteral(LiteralTree literal, @Nullable Void none) {
                return literal.getValue() instanceof String;
            }

            @Override
            public @Nullable Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
                return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
            }
        }.scan(tree, null);
        return Boolean.TRUE.equals(holds);
    }
}
