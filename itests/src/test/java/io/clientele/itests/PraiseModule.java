package io.clientele.itests;

import io.clientele.testkit.ModuleJar;

/** The archives of a module that has one path, one page and one table with a row. */
final class PraiseModule {
    private PraiseModule() {}

    static ModuleJar version(String version) {
        return ModuleJar.of("praise", version)
                .header("Import-Package", "jakarta.ws.rs;version=\"[4,5)\",io.clientele.rest;version=\"[1,2)\"")
                .source(
                        "io.example.praise.Praise",
                        """
                        package io.example.praise;
                        import io.clientele.rest.Public;
                        import jakarta.ws.rs.GET;
                        import jakarta.ws.rs.Path;
                        import jakarta.ws.rs.Produces;
                        @Path("/api/v1/praise")
                        @Produces("application/json")
                        public class Praise {
                            @GET @Public public String all() { return "[]"; }
                        }""")
                .resource("io.example.praise.Praise")
                .entry(
                        "META-INF/clientele/screens.json",
                        """
                        {"api": 1, "name": {"en": "Praise"}, "contributions": [
                          {"kind": "page", "name": "praise", "path": "praise", "module": "praise.js", "icon": "heart",
                           "title": {"en": "Praise"}, "group": "customers", "order": 90}]}""")
                .entry(
                        "META-INF/clientele/web/praise.js",
                        """
                        import {Screen, html} from '@clientele/ui';
                        export default class Praise extends Screen {
                          render() { return html`<cl-page heading="Praise %s"></cl-page>`; }
                        }"""
                                .formatted(version))
                .entry(
                        "META-INF/clientele/migrations/V001__praise.sql",
                        "create table praise_praise (id int primary key);\ninsert into praise_praise values (1);");
    }
}
