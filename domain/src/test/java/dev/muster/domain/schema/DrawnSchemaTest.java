package dev.muster.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A schema as a diagram and in SQL. */
final class DrawnSchemaTest {

    private static final SchemaDraft DRAFT =
            EntityFinder.find("", "- users: email\n- groups: user_id, user, parent_id\n\nUser has one Profile");

    @Test
    void diagramHasEveryEntityAndReference() {
        assertThat(MermaidDiagram.of(DRAFT)).isEqualTo("""
                erDiagram
                    "users" {
                        uuid id PK
                        text email
                        timestamptz created_at
                        timestamptz updated_at
                    }
                    "groups" {
                        uuid id PK
                        uuid user_id FK
                        uuid parent_id FK
                        text user
                        timestamptz created_at
                        timestamptz updated_at
                    }
                    "profiles" {
                        uuid id PK
                        uuid user_id FK
                        timestamptz created_at
                        timestamptz updated_at
                    }
                    "users" ||--o{ "groups" : "user_id"
                    "groups" ||--o{ "groups" : "parent_id"
                    "users" ||--o| "profiles" : "user_id"
                """);
    }

    @Test
    void sqlMakesTablesThenForeignKeys() {
        assertThat(SqlSketch.tables(DRAFT.first(2))).isEqualTo("""
                create table users (
                    id uuid not null,
                    email text,
                    created_at timestamptz not null default now(),
                    updated_at timestamptz not null default now(),
                    constraint pk_users primary key (id)
                );

                create table groups (
                    id uuid not null,
                    user_id uuid not null,
                    parent_id uuid,
                    "user" text,
                    created_at timestamptz not null default now(),
                    updated_at timestamptz not null default now(),
                    constraint pk_groups primary key (id)
                );

                alter table groups add constraint fk_groups__user_id
                    foreign key (user_id) references users (id);
                alter table groups add constraint fk_groups__parent_id
                    foreign key (parent_id) references groups (id);
                """);
    }

    @Test
    void everyReferenceHasAnIndex() {
        assertThat(SqlSketch.indexes(DRAFT)).isEqualTo("""
                create index ix_groups__user_id on groups (user_id);
                create index ix_groups__parent_id on groups (parent_id);
                create unique index ux_profiles__user_id on profiles (user_id);
                """);
        assertThat(SqlSketch.indexes(DRAFT.first(1))).isEmpty();
    }

    @Test
    void rollbackDropsWhatWasMade() {
        assertThat(SqlSketch.rollback(DRAFT)).isEqualTo("drop table profiles, groups, users cascade;\n");
    }
}
