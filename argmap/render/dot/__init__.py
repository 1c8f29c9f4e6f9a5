"""Graphviz: pictures in its language DOT, and the program, which arranges boxes and paints bitmaps."""
