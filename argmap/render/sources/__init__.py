"""The sources of a map as lists: who cites them and whether it is so, what of them is used, and who says what."""
