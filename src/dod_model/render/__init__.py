"""Assessment -> one format per file."""
