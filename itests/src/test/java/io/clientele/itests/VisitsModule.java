package io.clientele.itests;

import io.clientele.testkit.ModuleJar;

/** The archives of a module that has screens and nothing else: a page that keeps what is typed, a widget, and a command that can be undone. */
final class VisitsModule {
    private VisitsModule() {}

    static ModuleJar version(String version) {
        return ModuleJar.of("visits", version)
                .entry(
                        "META-INF/clientele/screens.json",
                        """
                        {"api": 1, "name": {"en": "Visits"}, "texts": {"en": "en.json", "zh": "zh.json"}, "contributions": [
                          {"kind": "page", "name": "visits", "path": "visits", "module": "visits.js", "icon": "map-pin",
                           "title": {"en": "Visits", "zh": "拜访"}, "group": "customers", "order": 50},
                          {"kind": "widget", "name": "today", "place": "home", "module": "today.js", "icon": "calendar",
                           "title": {"en": "Visits today", "zh": "今日拜访"}},
                          {"kind": "command", "name": "plan", "module": "plan.js", "title": {"en": "Plan the week", "zh": "安排本周"}}]}""")
                .entry(
                        "META-INF/clientele/web/en.json",
                        "{\"visits.empty\": \"No visits yet\", \"visits.note\": \"Note\"}")
                .entry("META-INF/clientele/web/zh.json", "{\"visits.empty\": \"还没有拜访\", \"visits.note\": \"备注\"}")
                .entry(
                        "META-INF/clientele/web/today.js",
                        """
                        import {Screen, html} from '@clientele/ui';
                        export default class Today extends Screen {
                          render() {
                            return html`<p>${this.t('visits.empty')}</p>`;
                          }
                        }""")
                .entry(
                        "META-INF/clientele/web/plan.js",
                        """
                        export default async () => {
                          document.body.dataset.planned = 'yes';
                          return {message: 'The week is planned', undo: async () => delete document.body.dataset.planned};
                        };""")
                .entry("META-INF/clientele/web/visits.js", page(version));
    }

    private static String page(String version) {
        return """
               import {Screen, html} from '@clientele/ui';
               export default class Visits extends Screen {
                 render() {
                   const {drafts} = this.context;
                   return html`
                     <cl-page heading="Visits %s">
                       <cl-empty icon="map-pin" heading=${this.t('visits.empty')}></cl-empty>
                       <label>${this.t('visits.note')}
                         <textarea .value=${drafts.get('note') ?? ''} @input=${event => drafts.set('note', event.target.value)}></textarea>
                       </label>
                     </cl-page>`;
                 }
               }"""
                .formatted(version);
    }
}
