package io.clientele.segmentation.internal.grade;

import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.rfm.Rfm;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands for scores and grades, run as the system. */
@Component(
        service = GradeCommands.class,
        property = {
            "osgi.command.scope=segmentation",
            "osgi.command.function=grades",
            "osgi.command.function=grade",
            "osgi.command.function=score"
        })
public final class GradeCommands {
    private final Platform platform;
    private final Grades grades;
    private final GradeHistory history;
    private final Rfm rfm;

    @Activate
    public GradeCommands(
            @Reference Platform platform,
            @Reference Grades grades,
            @Reference GradeHistory history,
            @Reference Rfm rfm) {
        this.platform = platform;
        this.grades = grades;
        this.history = history;
        this.rfm = rfm;
    }

    /** Every scale with how many customers each band has, a line each. */
    public String grades() {
        return platform.asSystem(() -> grades.list().stream().map(this::line).collect(Collectors.joining("\n")));
    }

    /** Cuts a scale and grades everybody by it. */
    public String grade(String key) {
        return platform.asSystem(() -> grades.list().stream()
                .filter(kept -> kept.scale().key().equals(key))
                .findFirst()
                .map(kept -> line(grades.run(kept.id())))
                .orElse("There are no grades " + key));
    }

    /** Scores all customers by what they bought. */
    public String score() {
        Rfm.Run run = platform.asSystem(rfm::score);
        return run.customers() + " customers, " + run.changed() + " scored differently than before";
    }

    private String line(KeptScale kept) {
        String bands = history.structure(kept.id()).bands().stream()
                .map(band -> band.key() + " " + band.customers())
                .collect(Collectors.joining(", "));
        return kept.scale().key() + "  " + bands + "  " + kept.status().code();
    }
}
