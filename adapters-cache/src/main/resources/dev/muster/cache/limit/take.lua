-- Counts one request in a sliding window, unless it would be one too many.
-- KEYS[1]: a list of the moments that count, in microseconds of the Redis server's clock. ARGV: quota, window in microseconds.
-- Returns whether it was counted, how many more would be, and in how many microseconds the limit resets.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local quota = tonumber(ARGV[1])
local window = tonumber(ARGV[2])

local oldest = tonumber(redis.call('LINDEX', KEYS[1], 0))
while oldest and now - oldest >= window do
  redis.call('LPOP', KEYS[1])
  oldest = tonumber(redis.call('LINDEX', KEYS[1], 0))
end

local counted = redis.call('LLEN', KEYS[1])
if counted >= quota then
  return {0, 0, oldest + window - now}
end
redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil(window / 1000) + 1)
return {1, quota - counted - 1, window}
