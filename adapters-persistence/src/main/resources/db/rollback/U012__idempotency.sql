-- Takes V012__idempotency.sql back. Lost: the keys and answers of the last 24 hours, so a request that is repeated is run again.

set local lock_timeout = '5s';

drop table muster.idempotency_keys;
