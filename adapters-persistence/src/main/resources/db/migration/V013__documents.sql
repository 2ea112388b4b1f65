-- Documents of projects, each of one owner, and their versions, which are added to and never changed.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

create table muster.documents (
    id             uuid        not null,
    user_id        uuid        not null,
    project_id     uuid        not null,
    title          text        not null,
    latest_version integer     not null default 1,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    deleted_at     timestamptz,
    version        bigint      not null default 1,
    constraint pk_documents primary key (id),
    constraint ux_documents__user_id_id unique (user_id, id),
    constraint fk_documents__user foreign key (user_id) references muster.users (id) on delete cascade,
    constraint fk_documents__project foreign key (user_id, project_id) references muster.projects (user_id, id)
        on delete cascade,
    constraint ck_documents__title check (char_length(title) between 1 and 200),
    constraint ck_documents__latest_version check (latest_version between 1 and 10000),
    constraint ck_documents__version check (version >= 1)
) with (fillfactor = 90);

create index ix_documents__user_id_project_id on muster.documents (user_id, project_id);
create index ix_documents__user_id_project_id_created_at_id on muster.documents
    (user_id, project_id, created_at desc, id desc) where deleted_at is null;

comment on table muster.documents is 'Documents, deleted ones included; row-level security shows each to its owner alone';
comment on column muster.documents.id is 'UUIDv7, made by the application';
comment on column muster.documents.user_id is 'The owner';
comment on column muster.documents.project_id is 'The project it belongs to; of the same owner';
comment on column muster.documents.title is 'What it is called, one line';
comment on column muster.documents.latest_version is 'The number of its newest version, and how many there are';
comment on column muster.documents.created_at is 'When it was made';
comment on column muster.documents.updated_at is 'When its title or its content was last changed';
comment on column muster.documents.deleted_at is 'When it was deleted';
comment on column muster.documents.version is 'One more with every change of title or content; what an ETag is made of';
comment on index muster.pk_documents is 'One document of an id, whoever owns it: an id means one document';
comment on index muster.ux_documents__user_id_id is 'One document of an owner: where user_id = ? and id = ?; foreign key to users, target of that of its versions';
comment on index muster.ix_documents__user_id_project_id is 'What goes with a project, deleted documents included; foreign key to projects';
comment on index muster.ix_documents__user_id_project_id_created_at_id is 'A page of a project''s documents, newest first: where user_id = ? and project_id = ? and deleted_at is null and (created_at, id) < (?, ?); backwards for an export';

-- A change that raises the version sets the time itself, even where it is the same as before.
create trigger documents_set_updated_at before update on muster.documents for each row
    when (new.updated_at is not distinct from old.updated_at and new.version = old.version)
    execute function muster.set_updated_at();

-- The content is last: long ones are stored out of line, compressed, and a list of versions reads none of them.
create table muster.document_versions (
    user_id       uuid        not null,
    document_id   uuid        not null,
    number        integer     not null,
    author_id     uuid        not null,
    note          text,
    restored_from integer,
    checksum      bytea       not null,
    bytes         integer     not null,
    created_at    timestamptz not null default now(),
    content       text        not null,
    constraint pk_document_versions primary key (user_id, document_id, number),
    constraint fk_document_versions__document foreign key (user_id, document_id)
        references muster.documents (user_id, id) on delete cascade,
    constraint ck_document_versions__number check (number between 1 and 10000),
    constraint ck_document_versions__author_id check (author_id = user_id),
    constraint ck_document_versions__note check (char_length(note) between 1 and 500),
    constraint ck_document_versions__restored_from check (restored_from between 1 and number - 1),
    constraint ck_document_versions__checksum check (checksum = sha256(convert_to(content, 'UTF8'))),
    constraint ck_document_versions__bytes check (bytes = octet_length(content) and bytes <= 524288)
);

comment on table muster.document_versions is 'Every version that a document has had, with its content; never changed, and removed only with the document';
comment on column muster.document_versions.user_id is 'The owner of the document';
comment on column muster.document_versions.document_id is 'The document';
comment on column muster.document_versions.number is '1 for the first, one more for each that follows, without gaps';
comment on column muster.document_versions.author_id is 'Who wrote it; the owner, as nobody else sees the document';
comment on column muster.document_versions.note is 'What the author says of it, one line';
comment on column muster.document_versions.restored_from is 'The version whose content it brought back';
comment on column muster.document_versions.checksum is 'SHA-256 of the content in UTF-8; checked by the database';
comment on column muster.document_versions.bytes is 'Length of the content in UTF-8';
comment on column muster.document_versions.created_at is 'When it was made';
comment on column muster.document_versions.content is 'The whole text';
comment on index muster.pk_document_versions is 'One version: where user_id = ? and document_id = ? and number = ?; a page of them, newest first: and number < ? order by number desc; unique in the document, foreign key to documents';

-- Told from any other removal by its meaning: the document is there no more. No one can bring it about but by removing that.
create function muster.keep_document_version() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $function$
begin
    if exists (select from muster.documents where user_id = old.user_id and id = old.document_id) then
        raise restrict_violation using message = format('entries of %s are never changed or removed', tg_table_name);
    end if;
    return old;
end
$function$;
comment on function muster.keep_document_version() is 'Refuses to remove a version of a document that is still there';

create trigger document_versions_forbid_change before update on muster.document_versions for each row
    execute function muster.forbid_change();
create trigger document_versions_forbid_removal before delete on muster.document_versions for each row
    execute function muster.keep_document_version();
create trigger document_versions_forbid_truncation before truncate on muster.document_versions for each statement
    execute function muster.forbid_change();

grant select, insert, update on muster.documents to muster_app;
grant select, insert on muster.document_versions to muster_app;

-- As for tasks: who acts sees what is theirs, and the owner of the table is no way around it.
alter table muster.documents enable row level security;
alter table muster.documents force row level security;
create policy owner_only on muster.documents for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.documents is 'The application sees and changes what belongs to the person who acts, and nothing else';

alter table muster.document_versions enable row level security;
alter table muster.document_versions force row level security;
create policy owner_only on muster.document_versions for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.document_versions is 'The application sees and adds what belongs to the person who acts, and nothing else';
