-- Takes V013__documents.sql back. Lost: every document with its versions.

set local lock_timeout = '5s';

drop table muster.document_versions;
drop table muster.documents;
drop function muster.keep_document_version();
