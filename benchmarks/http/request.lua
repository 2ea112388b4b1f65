-- One operation on tasks of many users, at random; targets.lua holds what run.sh has made: { token, {task ids} } a user.
local users = dofile(os.getenv("TARGETS"))
local operation = os.getenv("OPERATION")
local json = "application/json"
local count = 0

function init()
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
end

function request()
  count = count + 1
  local user = users[math.random(#users)]
  local headers = { ["Authorization"] = "Bearer " .. user.token }
  if operation == "read" then
    return wrk.format("GET", "/v1/tasks/" .. user.tasks[math.random(#user.tasks)], headers)
  elseif operation == "list" then
    return wrk.format("GET", "/v1/tasks", headers)
  end
  headers["Content-Type"] = json
  if operation == "create" then
    return wrk.format("POST", "/v1/tasks", headers, '{"title":"Water the plants","priority":"high"}')
  end
  local body = '{"title":"Water the plants ' .. count .. " " .. math.random(1000000) .. '"}'
  return wrk.format("PATCH", "/v1/tasks/" .. user.tasks[math.random(#user.tasks)], headers, body)
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
