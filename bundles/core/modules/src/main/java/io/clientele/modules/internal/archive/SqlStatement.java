package io.clientele.modules.internal.archive;

import io.clientele.modules.internal.archive.SqlPieces.Piece;
import io.clientele.modules.internal.archive.SqlPieces.Piece.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One statement of a module's migration. It must begin as one that changes tables or rows, and every table, view, index and sequence that it names
 * where one is read, written or referred to must be the module's own. It knows no grammar beyond that: the databases refuse what is none.
 */
final class SqlStatement {
    private static final String OBJECT = "(?:table|(?:materialized )?view|index|sequence)\\b";
    private static final Pattern DEFINITION = Pattern.compile("(?:create (?:or replace )?(?:unique )?|alter |drop )"
            + OBJECT + "|truncate(?: table)?\\b|comment on (?:column\\b|" + OBJECT + ")");
    private static final Pattern ROWS = Pattern.compile("(?:insert into|update|delete from|merge into|with)\\b");
    private static final Set<String> AHEAD_OF_NAME = Set.of("only", "lateral", "if", "not", "exists", "concurrently");
    private static final Set<String> QUERIES = Set.of("select", "values", "with", "table");
    private static final Set<String> ROW_FUNCTIONS = Set.of("unnest", "generate_series", "system_range");
    private static final Set<String> WITH_FROM = Set.of("extract", "substring", "trim", "overlay");
    private static final Set<String> INDEX_KINDS = Set.of("btree", "hash", "gin", "gist", "spgist", "brin", "index");
    private static final Set<String> BEHIND_TABLES = Set.of(
            "where",
            "group",
            "order",
            "having",
            "union",
            "intersect",
            "except",
            "limit",
            "offset",
            "fetch",
            "window",
            "qualify",
            "returning",
            "values",
            "select",
            "set",
            "when",
            "for");

    /** Functions that reach files, other databases, settings or tables that a text names. */
    private static final Pattern FAR_REACHING =
            Pattern.compile("csv(?:read|write)|file_(?:read|write)|link_schema|set_config|setval"
                    + "|pg_\\w+|lo_\\w+|dblink\\w*|\\w+_to_xml\\w*");

    private final String module;
    private final String file;
    private final List<Piece> pieces;
    private final Pattern own;
    private final Set<String> subqueries = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private Expected expected = Expected.NOTHING;
    private int at;

    /** What a name that comes next is the name of. */
    private enum Expected {
        NOTHING,
        /** A table that is read, or what stands for one. */
        SOURCE,
        /** Something that is changed, made or referred to. */
        TARGET
    }

    /** What is between two parentheses, or outside of all. */
    private static final class Frame {
        private final String before;
        private Expected listed = Expected.NOTHING;
        private boolean joined;
        private boolean query;

        Frame(String before) {
            this.before = before;
        }
    }

    SqlStatement(String module, String file, List<Piece> pieces) {
        this.module = module;
        this.file = file;
        this.pieces = pieces;
        this.own = Pattern.compile(module + "_[a-z0-9_]+");
    }

    /** Fails unless the statement is about the module's own; returns the tables that it makes. */
    Set<String> check() {
        frames.push(new Frame(""));
        begin();
        nameSubqueries();
        for (; at < pieces.size(); at++) {
            step(pieces.get(at));
        }
        return made;
    }

    private void begin() {
        String start = pieces.stream()
                .takeWhile(piece -> piece.kind() == Kind.WORD)
                .limit(6)
                .map(Piece::text)
                .collect(Collectors.joining(" "));
        Matcher definition = DEFINITION.matcher(start);
        if (definition.lookingAt()) {
            at = start.substring(0, definition.end()).split(" ", -1).length;
            expected = Expected.TARGET;
            if (begins("drop") || begins("truncate")) {
                frame().listed = Expected.TARGET;
            }
        } else if (!ROWS.matcher(start).lookingAt()) {
            throw Refusal.because(file + " holds a statement that begins with '"
                    + EntryNames.shown(start.isEmpty() ? pieces.get(0).text() : start)
                    + "'; a migration may create, alter, drop and comment on tables, views, indexes and sequences, and insert into,"
                    + " update, merge into, delete from and truncate tables");
        }
    }

    private boolean begins(String word) {
        return pieces.get(0).is(word);
    }

    private Frame frame() {
        return frames.getFirst();
    }

    /** Collects what {@code with x as (…)} names. A name that could be a table's must be the module's: it may be none elsewhere in the statement. */
    private void nameSubqueries() {
        for (int i = 1; i < pieces.size(); i++) {
            Piece before = pieces.get(i - 1);
            boolean first = before.is("with") || before.is("recursive") || before.is(",");
            String name = pieces.get(i).text();
            if (first && pieces.get(i).isName() && isSubquery(i + 1)) {
                if (name.indexOf('_') >= 0 && !own.matcher(name).matches()) {
                    throw foreign(name);
                }
                subqueries.add(name);
            }
        }
    }

    private boolean isSubquery(int from) {
        int i = from;
        if (piece(i).is("(")) {
            while (i < pieces.size() && !piece(i).is(")")) {
                i++;
            }
            i++;
        }
        if (!piece(i).is("as")) {
            return false;
        }
        i += piece(i + 1).is("not") ? 2 : 1;
        return piece(piece(i).is("materialized") ? i + 1 : i).is("(");
    }

    private Piece piece(int index) {
        return index >= 0 && index < pieces.size() ? pieces.get(index) : new Piece(Kind.SIGN, "");
    }

    private void step(Piece piece) {
        if (piece.is("(")) {
            Frame inner = new Frame(piece(at - 1).text());
            inner.listed = expected;
            frames.push(inner);
        } else if (piece.is(")")) {
            expected = Expected.NOTHING;
            if (frames.size() > 1) {
                frames.pop();
            }
        } else if (piece.is(",")) {
            expected = frame().listed;
        } else if (expected != Expected.NOTHING && !isPassedOver(piece)) {
            name(piece);
        } else if (piece.isName()) {
            if (piece(at + 1).is("(") && FAR_REACHING.matcher(piece.text()).matches()) {
                throw Refusal.because(file + " calls " + piece.text() + ", which is not for migrations");
            }
            keyword(piece.kind() == Kind.WORD ? piece.text() : "");
        }
    }

    /** Whether this is not yet the name that is expected. */
    private boolean isPassedOver(Piece piece) {
        if (piece.kind() != Kind.WORD) {
            return false;
        }
        if (QUERIES.contains(piece.text()) || isIndexWithoutName(piece)) {
            expected = Expected.NOTHING;
            return true;
        }
        return AHEAD_OF_NAME.contains(piece.text());
    }

    private boolean isIndexWithoutName(Piece piece) {
        return piece.is("on") && begins("create");
    }

    private void name(Piece piece) {
        String name = piece.text();
        boolean dotted = piece(at + 1).is(".") && !begins("comment");
        boolean isOwn = piece.isName() && own.matcher(name).matches() && !dotted;
        boolean isRows = expected == Expected.SOURCE
                && !dotted
                && (piece(at + 1).is("(") ? ROW_FUNCTIONS.contains(name) : subqueries.contains(name));
        if (!isOwn && !isRows) {
            throw foreign(dotted ? name + "." + piece(at + 2).text() : name);
        }
        boolean table = expected == Expected.TARGET && frames.size() == 1 && piece(1).is("table");
        if (table && (begins("create") || piece(at - 2).is("rename"))) {
            made.add(name);
        }
        expected = Expected.NOTHING;
        if (begins("alter") && piece(at + 1).is("rename") && piece(at + 2).is("to")) {
            at += 2;
            expected = Expected.TARGET;
        }
    }

    private RuntimeException foreign(String name) {
        return Refusal.because(
                file + " touches " + EntryNames.shown(name) + ", but the module's tables are called " + module + "_…");
    }

    private void keyword(String word) {
        Piece before = piece(at - 1);
        Piece next = piece(at + 1);
        switch (word) {
            case "from" -> from(before);
            case "join" -> {
                frame().joined = true;
                expected = Expected.SOURCE;
            }
            case "using" -> using(next);
            case "into", "references" -> expected = Expected.TARGET;
            case "update" -> {
                if (!next.is("set") && !before.is("for") && !before.is("on") && !before.is("key")) {
                    expected = Expected.TARGET;
                }
            }
            case "delete" -> {
                if (!next.is("from") && !before.is("on") && !before.is("then")) {
                    throw foreign(next.text());
                }
            }
            case "table" -> expected = Expected.SOURCE;
            case "on" -> {
                if (begins("create") && frames.size() == 1 && isIndex()) {
                    expected = Expected.TARGET;
                }
            }
            case "like" -> {
                if (begins("create") && (before.is("(") || before.is(","))) {
                    expected = Expected.TARGET;
                }
            }
            default -> clause(word, next);
        }
    }

    private boolean isIndex() {
        return piece(1).is("index") || piece(2).is("index");
    }

    private void clause(String word, Piece next) {
        if (BEHIND_TABLES.contains(word)) {
            frame().listed = Expected.NOTHING;
            frame().query |= word.equals("select");
        } else if (frames.size() == 1) {
            boolean creates = begins("create")
                    && (word.equals("inherits")
                            || word.equals("engine")
                            || (word.equals("partition") && next.is("of")));
            boolean alters = begins("alter") && (word.equals("inherit") || word.equals("attach"));
            if (creates || alters) {
                throw Refusal.because(file + " ties a table to another or to code by '" + word + "'");
            }
        }
    }

    /** Some functions have a word between their arguments that begins the tables of a query elsewhere. */
    private void from(Piece before) {
        boolean comparison = before.is("distinct")
                && (piece(at - 2).is("is") || piece(at - 2).is("not"));
        boolean argument = WITH_FROM.contains(frame().before) && !frame().query;
        if (!comparison && !argument) {
            frame().listed = Expected.SOURCE;
            expected = before.is("delete") ? Expected.TARGET : Expected.SOURCE;
        }
    }

    /** Names tables of {@code merge} and {@code delete}; behind a join it names columns, and elsewhere the kind of an index or an expression. */
    private void using(Piece next) {
        boolean columns = next.is("(") && frame().joined;
        if (!columns && !begins("alter") && !INDEX_KINDS.contains(next.text())) {
            frame().listed = Expected.SOURCE;
            expected = Expected.SOURCE;
        }
    }
}
