package dev.sluice;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.sluice.detector.decide.ChangeDetector;
import dev.sluice.planner.path.PathPlan;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the modules and packages may depend on each other. */
class ArchitectureTest {

    private static JavaClasses product = new ClassFileImporter().importClasses();

    @BeforeAll
    static void read() {
        product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.sluice");
    }

    @Test
    void messagesAndMarkdownArePlainLibraries() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.sluice.pipeline..", "dev.sluice.markdown..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..")
                .check(product);
    }

    @Test
    void decisionsArePure() {
        classes()
                .that(are(decisions()))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations..",
                        "org.roaringbitmap..",
                        "dev.sluice.pipeline..",
                        "dev.sluice.detector.decide..",
                        "dev.sluice.detector.manifest..",
                        "dev.sluice.planner.path..",
                        "dev.sluice.planner.run..")
                .check(product);
        noClasses()
                .that(are(decisions()))
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
                .check(product);
    }

    @Test
    void onlyListenersRecordersAndCleanersTakeMessages() {
        methods()
                .that()
                .areAnnotatedWith(Incoming.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*(Listener|Recorder|Cleaner)")
                .check(product);
    }

    @Test
    void servicesDoNotDependOnEachOther() {
        slices().matching("dev.sluice.(planner|detector|fetcher|renderer)..")
                .should()
                .notDependOnEachOther()
                .check(product);
    }

    @Test
    void onlyTheCommandLineDependsOnServices() {
        String[] services = {
            "dev.sluice.planner..", "dev.sluice.detector..", "dev.sluice.fetcher..", "dev.sluice.renderer.."
        };
        noClasses()
                .that()
                .resideInAPackage("dev.sluice..")
                .and()
                .resideOutsideOfPackages(services)
                .and()
                .resideOutsideOfPackage("dev.sluice.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(services)
                .check(product);
    }

    @Test
    void thePackagesOfAServiceHaveNoCycles() {
        slices().matching("dev.sluice.(planner|detector|fetcher|renderer|cli).(*)..")
                .should()
                .beFreeOfCycles()
                .check(product);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto)")
                .check(product);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .check(product);
    }

    private static DescribedPredicate<JavaClass> decisions() {
        return DescribedPredicate.describe(
                "decisions",
                type -> type.getName().startsWith(ChangeDetector.class.getName())
                        || type.getName().startsWith(PathPlan.class.getName())
                        || type.getName().startsWith("dev.sluice.planner.run.Tally"));
    }
}
