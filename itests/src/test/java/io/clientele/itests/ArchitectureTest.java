package io.clientele.itests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.clientele.rest.Public;
import io.clientele.rest.Requires;
import jakarta.ws.rs.HttpMethod;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the tree: what may depend on what, and what may not be there at all. */
class ArchitectureTest {
    private static final String OURS = "io.clientele..";
    private static final JavaClasses OURS_COMPILED =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.clientele");

    /** Each bundle, and those that may use it. */
    private static final Map<String, List<String>> USERS = Map.of(
            "kernel",
            List.of("persistence", "rest", "access", "facts", "events", "registry", "modules", "console", "shell"),
            "persistence",
            List.of("rest", "access", "facts", "events", "registry", "modules"),
            "rest",
            List.of("access", "facts", "events", "registry", "modules", "shell"),
            "access",
            List.of("facts", "events", "registry", "modules", "console"),
            "facts",
            List.of("events", "registry", "modules"),
            "events",
            List.of("registry", "shell"),
            "registry",
            List.of(),
            "modules",
            List.of("console"),
            "console",
            List.of(),
            "shell",
            List.of());

    @Test
    void bundles_depend_only_on_those_below_them() {
        LayeredArchitecture rule = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String bundle : USERS.keySet()) {
            rule = rule.layer(bundle).definedBy("io.clientele." + bundle + "..");
        }
        for (Map.Entry<String, List<String>> each : USERS.entrySet()) {
            var layer = rule.whereLayer(each.getKey());
            rule = each.getValue().isEmpty()
                    ? layer.mayNotBeAccessedByAnyLayer()
                    : layer.mayOnlyBeAccessedByLayers(each.getValue().toArray(String[]::new));
        }

        rule.check(OURS_COMPILED);
    }

    /** The types that a plain one has met are held by the process, and with them whatever module they belong to. */
    @Test
    void modules_keep_the_types_of_their_json_to_themselves() {
        noClasses()
                .that()
                .resideInAPackage("io.clientele.segmentation..")
                .should()
                .callConstructor(ObjectMapper.class)
                .check(OURS_COMPILED);
    }

    @Test
    void packages_form_no_cycle() {
        ArchRule rule = slices().matching("io.clientele.(**)").should().beFreeOfCycles();

        rule.check(OURS_COMPILED);
    }

    @Test
    void internals_stay_inside_their_bundle() {
        ArchRule rule =
                classes().that().resideInAPackage("io.clientele.*.internal..").should(onlyBeUsedInsideTheirBundle());

        rule.check(OURS_COMPILED);
    }

    @Test
    void every_package_is_null_marked() {
        ArchRule rule = classes().that().resideInAPackage(OURS).should(beNullMarked());

        rule.check(OURS_COMPILED);
    }

    @Test
    void every_operation_names_its_permission() {
        ArchRule rule = methods()
                .that(describe("answer HTTP", ArchitectureTest::answersHttp))
                .should()
                .beAnnotatedWith(Requires.class)
                .orShould()
                .beAnnotatedWith(Public.class);

        rule.check(OURS_COMPILED);
    }

    @Test
    void nothing_evaluates_code() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.script..", "org.mvel..", "ognl..", "groovy..", "jdk.jshell..", "jakarta.el..")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class);

        rule.check(OURS_COMPILED);
    }

    @Test
    void nothing_is_serialised_by_java() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectOutputStream.class);

        rule.check(OURS_COMPILED);
    }

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
