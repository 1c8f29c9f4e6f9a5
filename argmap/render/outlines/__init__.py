"""Outlines: what is shown of a map becomes a document, and a document becomes a text in some format."""
