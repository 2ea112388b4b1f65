-- Keeps a person for whoever still has the leave to.
-- KEYS: the person, the leave. ARGV: what was said to get the leave, the person, milliseconds to keep them.
-- Returns whether they are kept.
local leave = redis.call('HMGET', KEYS[2], 'epoch', 'token')
if leave[2] ~= ARGV[1] then
  return false
end
redis.call('DEL', KEYS[2])
redis.call('HSET', KEYS[1], 'epoch', leave[1], 'user', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return true
