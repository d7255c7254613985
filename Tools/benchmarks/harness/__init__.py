"""What every benchmark stands on: processes, what /proc says of them, loads, and where results go."""
