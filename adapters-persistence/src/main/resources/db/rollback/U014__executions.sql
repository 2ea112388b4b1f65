-- Takes V014__executions.sql back. Lost: every execution of an agent.

set local lock_timeout = '5s';

drop table muster.agent_executions;
