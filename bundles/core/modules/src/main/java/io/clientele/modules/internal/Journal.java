package io.clientele.modules.internal;

import io.clientele.modules.internal.store.Step;

/** Where a change that is carried out writes down how far it is. */
interface Journal {
    /** The step that is taken next. */
    void step(Step step);

    /** Makes the new state the wanted one, for good. */
    void decide();
}
