"""Texts that statements cite, and whether what is quoted from them stands there: data in, data out, no file opened."""
