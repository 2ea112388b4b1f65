-- Takes V005__mail.sql back. Lost: letters, those that were not sent yet among them; links that were mailed; when jobs ran.

set local lock_timeout = '5s';

drop table muster.scheduled_tasks;
drop table muster.password_reset_tokens;
drop table muster.email_verification_tokens;
drop table muster.outbox;
