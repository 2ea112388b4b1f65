-- Administration: what roles allow, and finding people.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18. Programs that know the version before go on with it.

set local lock_timeout = '5s';

-- roles, role_permissions ---------------------------------------------------------------------------------------------

create table muster.role_permissions (
    role       text        not null collate "C",
    permission text        not null collate "C",
    created_at timestamptz not null default now(),
    constraint pk_role_permissions primary key (role, permission),
    constraint fk_role_permissions__role foreign key (role) references muster.roles (name) on delete cascade,
    constraint ck_role_permissions__permission check (permission in
        ('users:read', 'users:write', 'roles:write', 'audit:read', 'tokens:introspect'))
);

comment on table muster.role_permissions is 'What roles allow beyond one''s own belongings';
comment on column muster.role_permissions.role is 'The role';
comment on column muster.role_permissions.permission is 'What the API calls the permission';
comment on column muster.role_permissions.created_at is 'When the role got it';
comment on index muster.pk_role_permissions is 'What a role allows: where role = ?; foreign key to roles';

insert into muster.role_permissions (role, permission)
values ('admin', 'users:read'), ('admin', 'users:write'), ('admin', 'roles:write'), ('admin', 'audit:read'),
    ('admin', 'tokens:introspect');

grant select, insert, delete on muster.role_permissions to muster_app;
