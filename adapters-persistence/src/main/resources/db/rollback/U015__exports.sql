-- Takes V015__exports.sql back. Lost: who asked for which export; files of exports stay in their folder and are of no use.

set local lock_timeout = '5s';

drop table muster.exports;
