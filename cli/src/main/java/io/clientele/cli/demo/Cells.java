package io.clientele.cli.demo;

/** One line of CSV in the making. */
final class Cells {
    private final StringBuilder csv;
    private boolean first = true;

    Cells(StringBuilder csv) {
        this.csv = csv;
    }

    Cells add(String cell) {
        if (!first) {
            csv.append(',');
        }
        first = false;
        if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0) {
            csv.append(cell);
        } else {
            csv.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
        return this;
    }

    void end() {
        csv.append('\n');
    }
}
