/**
 * Units of work on one database, and how a bundle's tables come to be.
 *
 * <p>A bundle with entities has {@code Meta-Persistence: META-INF/persistence.xml} in its {@code bnd.bnd}; the file names one unit and
 * lists each class. They are enhanced when the bundle is built, by this plugin with {@code <includes>} that match the entities:
 *
 * <pre>{@code
 * <plugin>
 *   <groupId>org.apache.openjpa</groupId><artifactId>openjpa-maven-plugin</artifactId>
 *   <executions><execution>
 *     <id>entities</id><phase>process-classes</phase><goals><goal>enhance</goal></goals>
 *     <configuration><includes>**}{@code /internal/store/*Row.class</includes></configuration>
 *   </execution></executions>
 * </plugin>
 * }</pre>
 *
 * <p>JPA knows no {@code Instant}: a row keeps an {@code OffsetDateTime} for a {@code timestamp with time zone} and gives it out with
 * {@code toInstant()}.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.clientele.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
