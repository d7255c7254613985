"""One call after the other, 200 a second, for so long; prints how many were answered and the 99th percentile of the time each took.

Usage: live_calls.py ADDRESS SERVICE-TOKEN-FILE SECONDS
"""

import json
import sys
import time

from wire import LiveCaller, address_of, authorization

authorization.append(("service-authorization", f"Bearer {open(sys.argv[2]).read().strip()}"))
live = LiveCaller(address_of(sys.argv[1]))
live.start()
time.sleep(float(sys.argv[3]))
live.finish()
times = sorted(live.microseconds)
print(json.dumps({"calls": len(times), "p99_us": times[len(times) * 99 // 100]}))
