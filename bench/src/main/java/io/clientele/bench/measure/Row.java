package io.clientele.bench.measure;

/**
 * One line of the table.
 *
 * @param what what was measured, in which unit
 * @param asked what it must reach, or empty for a figure printed for reference
 * @param measured the product's figure
 * @param against the figure it is compared with, or empty
 * @param ratio the quotient, or empty
 * @param verdict {@code reached}, {@code not reached} or empty
 * @param remark throughput, spread, conditions
 */
public record Row(
        String what, String asked, String measured, String against, String ratio, String verdict, String remark) {
    /** A line that judges {@code value} against an upper limit. */
    public static Row limit(String what, double value, double limit, Style style) {
        return new Row(
                what,
                "≤ " + style.write(limit),
                style.write(value),
                "",
                "",
                value <= limit ? "reached" : "not reached",
                style.remark());
    }

    /** A line that judges the quotient of two figures against an upper limit. */
    public static Row ratio(String what, Quotient quotient, double limit, Style style) {
        double ratio = quotient.measured() / quotient.against();
        return new Row(
                what,
                "≤ " + Style.number(limit, 1) + " ×",
                style.write(quotient.measured()),
                style.write(quotient.against()),
                Style.number(ratio, 2) + " ×",
                ratio <= limit ? "reached" : "not reached",
                style.remark());
    }

    /** A figure nobody asked a value of. */
    public static Row reference(String what, double value, Style style) {
        return new Row(what, "", style.write(value), "", "", "", style.remark());
    }

    /** A quotient nobody asked a value of. */
    public static Row reference(String what, Quotient quotient, Style style) {
        return new Row(
                what,
                "",
                style.write(quotient.measured()),
                style.write(quotient.against()),
                Style.number(quotient.measured() / quotient.against(), 2) + " ×",
                "",
                style.remark());
    }

    /** A suite that could not be measured, with the reason. */
    public static Row failed(String what, String asked, String reason) {
        return new Row(what, asked, "-", "", "", "not measured", reason);
    }

    /** The product's figure and what it is divided by. */
    public record Quotient(double measured, double against) {}
}
