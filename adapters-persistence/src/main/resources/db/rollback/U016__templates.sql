-- Takes V016__templates.sql back. Lost: every template, and which task was made of which story.

set local lock_timeout = '5s';

drop table muster.task_template_applications;
drop table muster.task_templates;
