"""What it costs to decide, to start, to run a scenario; and whether the stated bounds are kept."""
