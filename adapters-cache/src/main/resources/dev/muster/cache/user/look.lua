-- Looks for a person; who finds none may keep the one that they load, unless that is forgotten meanwhile.
-- KEYS: the person, the leave to keep one, the epoch. ARGV: something that nobody else says, milliseconds of the leave.
-- Returns the person and for how many milliseconds they are kept still, or nothing.
redis.call('SET', KEYS[3], ARGV[1], 'NX')
local epoch = redis.call('GET', KEYS[3])

local kept = redis.call('HMGET', KEYS[1], 'epoch', 'user')
if kept[1] == epoch then
  return {kept[2], redis.call('PTTL', KEYS[1])}
end
redis.call('HSET', KEYS[2], 'epoch', epoch, 'token', ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return {}
