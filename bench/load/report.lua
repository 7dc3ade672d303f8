-- Prints the answers per second and the 99th percentile in microseconds; fails on any answer that is not a success.
done = function(summary, latency)
  local errors = summary.errors
  if errors.status + errors.connect + errors.read + errors.write + errors.timeout > 0 then
    io.stderr:write("There were errors.\n")
    os.exit(1)
  end
  print(string.format("%.1f %.0f", summary.requests / summary.duration * 1e6, latency:percentile(99)))
end
