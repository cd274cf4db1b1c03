package io.clientele.segmentation.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

class MembersResourceTest {
    @Test
    void only_the_first_line_of_a_file_may_be_a_heading() {
        try (Desk desk = new Desk(TestDatabase.H2)) {
            String ada = ShortId.format(desk.customer("Ada", Status.ACTIVE).value());
            String bert = ShortId.format(desk.customer("Bert", Status.ACTIVE).value());
            Segment picked = desk.segments()
                    .add(new Definition("picked", "P", Kind.LIST, null, "", null, Definition.Validity.ALWAYS));
            String list = ShortId.format(picked.id());
            MembersResource resource = new MembersResource(desk.members());

            assertThat(resource.upload(list, "\nid,name\n\n\"" + ada + "\",Ada\n")
                            .added())
                    .isEqualTo(1);
            assertThat(resource.upload(list, bert + ";Bert").added()).isEqualTo(1);
            assertThatThrownBy(() -> resource.upload(list, "id\nnobody\nnothing\n"))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(desk.names(picked)).containsExactly("Ada", "Bert");
        }
    }
}
