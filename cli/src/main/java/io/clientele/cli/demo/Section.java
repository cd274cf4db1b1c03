package io.clientele.cli.demo;

/** One of the files that make up the enterprise. */
interface Section {
    /** The kind of the import, which is also the name of the file. */
    String kind();

    /** Names of columns; each is the name of the field it is meant for. */
    String header();

    /** Writes the lines that belong to a customer: none, one or several. */
    void append(long customer, StringBuilder csv);
}
