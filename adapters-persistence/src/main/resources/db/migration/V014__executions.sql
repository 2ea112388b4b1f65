-- Executions of agents: what was asked of an agent in a project, and what came of it.
-- Flyway runs this in one transaction. Runs on PostgreSQL 14 to 18.

set local lock_timeout = '5s';

create table muster.agent_executions (
    id             uuid        not null,
    user_id        uuid        not null,
    project_id     uuid        not null,
    agent          text        not null,
    correlation_id text        not null collate "C",
    status         text        not null default 'queued' collate "C",
    input          jsonb,
    output         jsonb,
    error          text,
    created_at     timestamptz not null default now(),
    started_at     timestamptz,
    ended_at       timestamptz,
    updated_at     timestamptz not null default now(),
    version        bigint      not null default 1,
    constraint pk_agent_executions primary key (id),
    constraint fk_agent_executions__project foreign key (user_id, project_id)
        references muster.projects (user_id, id) on delete cascade,
    constraint ck_agent_executions__agent check (char_length(agent) between 1 and 100),
    constraint ck_agent_executions__correlation_id check (char_length(correlation_id) between 1 and 200),
    constraint ck_agent_executions__status check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    constraint ck_agent_executions__output check (output is null or status in ('succeeded', 'failed', 'cancelled')),
    constraint ck_agent_executions__error check (error is null or (status = 'failed' and char_length(error) <= 10000)),
    constraint ck_agent_executions__started_at check (case status
        when 'queued' then started_at is null
        when 'cancelled' then started_at is null or started_at >= created_at
        else started_at is not null and started_at >= created_at end),
    constraint ck_agent_executions__ended_at check (case
        when status in ('queued', 'running') then ended_at is null
        else ended_at is not null and ended_at >= coalesce(started_at, created_at) end),
    constraint ck_agent_executions__version check (version >= 1)
) with (fillfactor = 90);

create index ix_agent_executions__user_id_project_id_created_at_id
    on muster.agent_executions (user_id, project_id, created_at desc, id desc);
create index ix_agent_executions__user_id_correlation_id_created_at_id
    on muster.agent_executions (user_id, correlation_id, created_at desc, id desc);

comment on table muster.agent_executions is 'Executions of agents; row-level security shows each to its owner alone';
comment on column muster.agent_executions.id is 'UUIDv7, made by the application';
comment on column muster.agent_executions.user_id is 'The owner';
comment on column muster.agent_executions.project_id is 'The project it belongs to; of the same owner';
comment on column muster.agent_executions.agent is 'Which agent it is of, one line';
comment on column muster.agent_executions.correlation_id is 'What it has in common with others; its own id where nothing was said';
comment on column muster.agent_executions.status is 'queued, running, succeeded, failed or cancelled; the last three are final';
comment on column muster.agent_executions.input is 'What the agent works on, any JSON value';
comment on column muster.agent_executions.output is 'What came of it, any JSON value; of what has ended only';
comment on column muster.agent_executions.error is 'Why it failed; of what has failed only';
comment on column muster.agent_executions.created_at is 'When it was asked for';
comment on column muster.agent_executions.started_at is 'When it began to run; null in the queue, and for what was cancelled there';
comment on column muster.agent_executions.ended_at is 'When it came to its final state; set exactly in these';
comment on column muster.agent_executions.updated_at is 'When the row was last changed';
comment on column muster.agent_executions.version is 'One more with every change; what an ETag is made of';
comment on index muster.pk_agent_executions is 'One execution: where id = ? and user_id = ?';
comment on index muster.ix_agent_executions__user_id_project_id_created_at_id is 'A page of a project''s executions, newest first: where user_id = ? and project_id = ? and (created_at, id) < (?, ?); foreign key to projects';
comment on index muster.ix_agent_executions__user_id_correlation_id_created_at_id is 'A page of what belongs together, newest first: where user_id = ? and correlation_id = ? and (created_at, id) < (?, ?)';

create trigger agent_executions_set_updated_at before update on muster.agent_executions for each row
    execute function muster.set_updated_at();

grant select, insert, update on muster.agent_executions to muster_app;

-- As for tasks: who acts sees what is theirs, and the owner of the table is no way around it.
alter table muster.agent_executions enable row level security;
alter table muster.agent_executions force row level security;
create policy owner_only on muster.agent_executions for all to muster_app
    using (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid))
    with check (user_id = (select nullif(current_setting('muster.user_id', true), '')::uuid));
comment on policy owner_only on muster.agent_executions is 'The application sees and changes what belongs to the person who acts, and nothing else';
