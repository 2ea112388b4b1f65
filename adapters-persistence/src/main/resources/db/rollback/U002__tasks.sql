-- Takes V002__tasks.sql back. Lost: every task.

set local lock_timeout = '5s';

drop table muster.tasks;
