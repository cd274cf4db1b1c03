package io.clientele.inside;

import io.clientele.testkit.TestDatabase;
import java.io.IOException;

/** The same on PostgreSQL. */
public class InsidePostgresIT extends InsideIT {
    @Override
    void keep(Distribution distribution) throws IOException {
        TestDatabase.Location location = TestDatabase.POSTGRESQL.create();
        distribution.write(
                "etc/io.clientele.persistence.cfg",
                "url = " + location.url() + "\nuser = " + location.user() + "\npassword = " + location.password()
                        + "\n");
    }
}
