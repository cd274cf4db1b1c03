package io.clientele.itests;

import io.clientele.testkit.ModuleJar;

/**
 * The archives of a module whose every version brings one migration more, of two statements, and that answers what its tables hold: a version
 * whose tables are those of another shows at once.
 */
final class StepsModule {
    static final String NAME = "steps";
    static final String ROOT = "/api/v1/steps";
    private static final String RESOURCE = "io.example.steps.Steps";

    private StepsModule() {}

    /** A version with {@code newest} migrations, each with a way back. */
    static ModuleJar version(String version, int newest) {
        ModuleJar jar = ModuleJar.of(NAME, version)
                .header(
                        "Import-Package",
                        "jakarta.ws.rs;version=\"[4,5)\",io.clientele.rest,io.clientele.persistence,javax.sql")
                .source(RESOURCE, resource(version))
                .component(
                        RESOURCE,
                        "<service><provide interface=\"" + RESOURCE + "\"/></service>"
                                + "<property name=\"osgi.jakartars.resource\" type=\"Boolean\" value=\"true\"/>"
                                + reference("transactions", "Transactions", "field=\"transactions\"")
                                + reference("schema", "Schema", "target=\"(bundle=io.example.steps)\""));
        for (int i = 1; i <= newest; i++) {
            jar.entry(script('V', i), "create table steps_%1$d (id int);\n".formatted(i) + filled(i));
            jar.entry(script('U', i), "drop table if exists steps_%1$d;\n".formatted(i) + emptied(i));
        }
        return jar;
    }

    /** The same, but the newest migration cannot be taken back. */
    static ModuleJar withoutWayBack(String version, int newest) {
        return version(version, newest).entry(script('U', newest), "drop table steps_nowhere;");
    }

    private static String reference(String name, String type, String more) {
        return "<reference name=\"" + name + "\" interface=\"io.clientele.persistence." + type + "\" " + more + "/>";
    }

    private static String script(char kind, int number) {
        return "META-INF/clientele/migrations/%s%03d__step.sql".formatted(kind, number);
    }

    private static String filled(int number) {
        String row = "insert into steps_row values (%d);".formatted(number);
        return number == 1 ? "create table steps_row (id int primary key);\n" + row : row;
    }

    private static String emptied(int number) {
        return number == 1
                ? "drop table if exists steps_row;"
                : "delete from steps_row where id = %d;".formatted(number);
    }

    /** Tables besides {@code steps_row}, and rows in it: as many as migrations, if these ran whole. */
    private static String resource(String version) {
        return """
               package io.example.steps;
               import io.clientele.persistence.Transactions;
               import io.clientele.rest.Public;
               import jakarta.ws.rs.GET;
               import jakarta.ws.rs.Path;
               import jakarta.ws.rs.Produces;
               import java.sql.Connection;
               import java.sql.ResultSet;
               import java.sql.SQLException;
               import java.sql.Statement;
               @Path("/api/v1/steps")
               @Produces("application/json")
               public class Steps {
                   private Transactions transactions;
                   @GET @Public public String state() {
                       return "{\\"version\\":\\"%s\\",\\"rows\\":" + count("steps_row")
                           + ",\\"tables\\":" + (count("information_schema.tables where lower(table_name) like 'steps^_%%' escape '^'") - 1) + "}";
                   }
                   private int count(String rows) {
                       return transactions.read(connection -> {
                           try (Statement statement = connection.createStatement();
                                   ResultSet row = statement.executeQuery("select count(*) from " + rows)) {
                               row.next();
                               return row.getInt(1);
                           }
                       });
                   }
               }"""
                .formatted(version);
    }
}
