"""The kit: the documented cases for other people's tools, and what asks them."""
