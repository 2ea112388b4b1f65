-- Takes V006__audit.sql back. Lost: the audit log.

set local lock_timeout = '5s';

drop table muster.audit_log;
drop function muster.drop_audit_partitions(timestamptz);
drop function muster.create_audit_partitions(integer);
drop function muster.create_audit_partition(timestamptz);
drop function muster.take_person_out();
drop function muster.forbid_change();
