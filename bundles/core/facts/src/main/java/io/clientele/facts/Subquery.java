package io.clientele.facts;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/** A {@code select} that stands in parentheses inside a statement of a module, with a column {@code id}. For one statement, on one thread. */
@ProviderType
public interface Subquery {
    /** The text, with a question mark for each value. */
    String sql();

    /** Sets the values from the position {@code first} on; returns the position after the last. */
    int bind(PreparedStatement statement, int first) throws SQLException;
}
