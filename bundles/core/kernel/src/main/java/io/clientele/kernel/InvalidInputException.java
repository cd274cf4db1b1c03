package io.clientele.kernel;

import java.util.List;

/** The input is malformed or breaks a rule; every violation names its place. Answered with 400. */
public final class InvalidInputException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /**
     * One fault of the input.
     *
     * @param pointer where: a JSON pointer into the body ({@code /name}), or the name of a query parameter ({@code filter})
     * @param detail what is wrong and what would be right
     */
    public record Violation(String pointer, String detail) {}

    private final transient List<Violation> violations;

    public InvalidInputException(List<Violation> violations) {
        super(
                "invalid-input",
                violations.isEmpty()
                        ? "The input is invalid"
                        : violations.get(0).detail());
        this.violations = List.copyOf(violations);
    }

    public InvalidInputException(String pointer, String detail) {
        this(List.of(new Violation(pointer, detail)));
    }

    public List<Violation> violations() {
        return violations;
    }
}
