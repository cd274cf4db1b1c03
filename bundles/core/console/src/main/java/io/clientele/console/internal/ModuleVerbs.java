package io.clientele.console.internal;

import io.clientele.modules.AvailableModule;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.ModuleState;
import io.clientele.modules.Modules;
import io.clientele.modules.Wish;
import io.clientele.modules.Wish.Downgrade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What can be done with modules, each by its name. */
final class ModuleVerbs {
    private static final String NAME = "the name of a module";
    private static final String FILE = "the file of an archive";

    private final Modules modules;

    /** One of them: from what was typed to what is shown. */
    interface Verb {
        String answer(Words words);
    }

    ModuleVerbs(Modules modules) {
        this.modules = modules;
    }

    Map<String, Verb> all() {
        Map<String, Verb> verbs = new TreeMap<>();
        verbs.put("list", words -> Sentences.of(modules.catalogue()));
        verbs.put(
                "changes",
                words -> modules.changes().stream().map(Sentences::of).collect(Collectors.joining("\n")));
        verbs.put("plan", this::plan);
        verbs.put("install", words -> change(ChangeKind.INSTALL, words));
        verbs.put("update", words -> change(ChangeKind.UPDATE, words));
        verbs.put("uninstall", words -> carryOut(ChangeKind.UNINSTALL, words));
        verbs.put("rollback", words -> carryOut(ChangeKind.ROLLBACK, words));
        verbs.put("purge", this::purge);
        verbs.put("release", words -> Sentences.of(modules.release(words.only(NAME))));
        verbs.put("repair", words -> Sentences.of(modules.repair()));
        verbs.put("leaks", words -> Sentences.of(modules.checkLeaks()));
        return verbs;
    }

    private String plan(Words words) {
        AvailableModule archive = add(words);
        boolean installed = modules.find(archive.name())
                .filter(module -> module.state() != ModuleState.UNINSTALLED)
                .isPresent();
        return Sentences.of(modules.plan(wish(installed ? ChangeKind.UPDATE : ChangeKind.INSTALL, archive, words)));
    }

    private String change(ChangeKind kind, Words words) {
        return Sentences.of(modules.carryOut(wish(kind, add(words), words)));
    }

    private String carryOut(ChangeKind kind, Words words) {
        return Sentences.of(modules.carryOut(Wish.of(kind, words.only(NAME))));
    }

    private String purge(Words words) {
        if (words.has("--yes")) {
            return carryOut(ChangeKind.PURGE, words);
        }
        return Sentences.ofRows(modules.purgePreview(words.only(NAME)))
                + "Nothing was dropped. Say --yes to drop these tables for good.";
    }

    private AvailableModule add(Words words) {
        Path file = Path.of(words.only(FILE));
        try (InputStream archive = Files.newInputStream(file)) {
            return modules.add(archive);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Wish wish(ChangeKind kind, AvailableModule archive, Words words) {
        Downgrade downgrade = words.has("--allow-downgrade") ? Downgrade.ALLOWED : Downgrade.REFUSED;
        return new Wish(kind, archive.name(), archive.sha256(), downgrade);
    }
}
