package io.clientele.persistence.shelf;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** An entity, to see what JPA makes of our kinds of columns. */
@Entity
@Table(name = "shelf_book")
public class BookRow {
    /** How a book is bound. */
    public enum Binding {
        PAPER,
        CLOTH
    }

    @Id
    private long id;

    @Version
    private long version;

    private String title;

    @Enumerated(EnumType.STRING)
    private Binding binding;

    @Column(name = "added_at")
    private OffsetDateTime addedAt;

    protected BookRow() {
        this(0, "", Instant.EPOCH);
    }

    public BookRow(long id, String title, Instant addedAt) {
        this.id = id;
        this.title = title;
        this.binding = Binding.CLOTH;
        this.addedAt = addedAt.atOffset(ZoneOffset.UTC);
    }

    public long version() {
        return version;
    }

    public String title() {
        return title;
    }

    public Binding binding() {
        return binding;
    }

    public Instant addedAt() {
        return addedAt.toInstant();
    }

    public void rename(String newTitle) {
        title = newTitle;
    }
}
