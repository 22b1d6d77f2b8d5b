"""Breaks the project on purpose, one place at a time, to see whether features and tests notice."""
