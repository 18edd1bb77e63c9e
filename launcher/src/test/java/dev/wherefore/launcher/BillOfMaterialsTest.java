package dev.wherefore.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The BOM has no parent, so it says again what the parent says; here they are compared. */
class BillOfMaterialsTest {

    private static final Path ROOT = Path.of(System.getProperty("wherefore.root", ".."));

    private static Element pom(String file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(file).toFile())
                .getDocumentElement();
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element in, String name) {
        return elements(in, name).get(0).getTextContent().strip();
    }

    /** The versions of managed dependencies, properties filled in. */
    private static Map<String, String> managed(Element pom) {
        Map<String, String> versions = new TreeMap<>();
        Element management = elements(pom, "dependencyManagement").get(0);
        for (Element dependency : elements(management, "dependency")) {
            String version =
                    text(dependency, "version")
                            .replace("${project.version}", text(pom, "version"))
                            .replace("${djl.version}", text(pom, "djl.version"))
                            .replace("${pytorch.version}", text(pom, "pytorch.version"));
            versions.putIfAbsent(
                    text(dependency, "groupId") + ":" + text(dependency, "artifactId"), version);
        }
        return versions;
    }

    @Test
    void theBomHasTheVersionsOfTheParent() throws Exception {
        Element parent = pom("pom.xml");
        Element bom = pom("bom/pom.xml");
        assertThat(text(bom, "version")).isEqualTo(text(parent, "version"));
        assertThat(managed(parent)).containsAllEntriesOf(managed(bom));
    }

    @Test
    void theBomNamesEveryModuleThatIsALibrary() throws Exception {
        List<String> modules =
                elements(pom("pom.xml"), "module").stream()
                        .map(Element::getTextContent)
                        .filter(module -> !List.of("bom", "launcher").contains(module))
                        .map(module -> "dev.wherefore:wherefore-" + module)
                        .toList();
        assertThat(modules).hasSizeGreaterThan(3);
        assertThat(managed(pom("bom/pom.xml"))).containsKeys(modules.toArray(String[]::new));
    }

    @Test
    void whatIsPublishedSaysWhatMavenCentralAsksFor() throws Exception {
        for (String file : List.of("pom.xml", "bom/pom.xml")) {
            Element pom = pom(file);
            for (String wanted :
                    List.of("name", "description", "url", "licenses", "developers", "scm")) {
                assertThat(elements(pom, wanted)).as(file + " " + wanted).isNotEmpty();
            }
        }
    }
}
