package io.clientele.itests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.clientele.rest.Public;
import io.clientele.rest.Requires;
import jakarta.ws.rs.HttpMethod;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.jspecify.annotations.NullMarked;

/** The rules of the tree: what may depend on what, and what may not be there at all. */
@AnalyzeClasses(packages = "io.clientele", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "io.clientele..";

    @ArchTest
    static final ArchRule bundles_depend_only_on_those_below_them = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("kernel")
            .definedBy("io.clientele.kernel..")
            .layer("persistence")
            .definedBy("io.clientele.persistence..")
            .layer("rest")
            .definedBy("io.clientele.rest..")
            .layer("access")
            .definedBy("io.clientele.access..")
            .layer("facts")
            .definedBy("io.clientele.facts..")
            .layer("registry")
            .definedBy("io.clientele.registry..")
            .whereLayer("registry")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("facts")
            .mayOnlyBeAccessedByLayers("registry")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("facts", "registry")
            .whereLayer("rest")
            .mayOnlyBeAccessedByLayers("access", "facts", "registry")
            .whereLayer("persistence")
            .mayOnlyBeAccessedByLayers("rest", "access", "facts", "registry");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("io.clientele.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule internals_stay_inside_their_bundle =
            classes().that().resideInAPackage("io.clientele.*.internal..").should(onlyBeUsedInsideTheirBundle());

    @ArchTest
    static final ArchRule every_package_is_null_marked =
            classes().that().resideInAPackage(OURS).should(beNullMarked());

    @ArchTest
    static final ArchRule every_operation_names_its_permission = methods()
            .that(describe("answer HTTP", ArchitectureTest::answersHttp))
            .should()
            .beAnnotatedWith(Requires.class)
            .orShould()
            .beAnnotatedWith(Public.class);

    @ArchTest
    static final ArchRule nothing_evaluates_code = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.script..", "org.mvel..", "ognl..", "groovy..", "jdk.jshell..", "jakarta.el..")
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class);

    @ArchTest
    static final ArchRule nothing_is_serialised_by_java = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class);

    private static boolean answersHttp(JavaMethod method) {
        return method.getAnnotations().stream().anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private static String bundleOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", 4);
        return parts.length > 2 ? parts[2] : "";
    }

    private static ArchCondition<JavaClass> onlyBeUsedInsideTheirBundle() {
        return new ArchCondition<>("only be used inside their bundle") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesToSelf().stream()
                        .filter(d -> !bundleOf(d.getOriginClass()).equals(bundleOf(type)))
                        .forEach(d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> beNullMarked() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
