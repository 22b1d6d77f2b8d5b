"""Arranging a site: content and sources, task sequences and their steps, settings by their labels, and gaps."""
