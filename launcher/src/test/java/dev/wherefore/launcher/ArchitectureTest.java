package dev.wherefore.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, which all go one way. */
class ArchitectureTest {

    private static final String ROOT = "dev.wherefore";
    private static final Set<String> MODULES =
            Set.of("core", "classification", "captioning", "vqa", "launcher");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages(ROOT);

    @Test
    void theRulesSeeAllModules() {
        assertThat(CLASSES.size()).isGreaterThan(150);
        Set<String> modules =
                CLASSES.stream()
                        .map(ArchitectureTest::module)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(modules).containsExactlyInAnyOrderElementsOf(MODULES);
    }

    @Test
    void aPackageBelongsToTheModuleOfItsName() {
        for (JavaClass type : CLASSES) {
            String place = type.getSource().orElseThrow().getUri().toString();
            String module = module(type);
            assertThat(place)
                    .as(type.getName())
                    .containsAnyOf("/" + module + "/target/classes/", "/wherefore-" + module + "-");
        }
    }

    @Test
    void theLauncherKnowsTheTasksAndTheTasksKnowTheCore() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("core")
                .definedBy(ROOT + ".core..")
                .layer("tasks")
                .definedBy(ROOT + ".classification..", ROOT + ".captioning..", ROOT + ".vqa..")
                .layer("launcher")
                .definedBy(ROOT + ".launcher..")
                .whereLayer("launcher")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("tasks")
                .mayOnlyBeAccessedByLayers("launcher")
                .ensureAllClassesAreContainedInArchitecture()
                .check(CLASSES);
    }

    @Test
    void tasksDoNotKnowEachOther() {
        slices().matching(ROOT + ".(*)..")
                .namingSlices("module $1")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".core.."))
                .ignoreDependency(resideInAPackage(ROOT + ".launcher.."), alwaysTrue())
                .check(CLASSES);
    }

    @Test
    void packagesOfTheCoreHaveNoCycles() {
        slices().matching(ROOT + ".core.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theEnginesInternalsAreUsedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".core.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.pytorch..")
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleName("ScriptProgram")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.pytorch..")
                .check(CLASSES);
    }

    @Test
    void theLauncherAlonePrintsAndExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".launcher..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @Test
    void nothingIsNullUnlessItSaysSo() {
        Set<JavaPackage> packages =
                CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages)
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        found ->
                                assertThat(found.isAnnotatedWith(NullMarked.class))
                                        .as(found.getName())
                                        .isTrue());
    }

    private static String module(JavaClass type) {
        String inside = type.getPackageName().substring(ROOT.length() + 1);
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }
}
