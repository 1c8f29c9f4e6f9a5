"""What tests are tried with: texts, names, whole maps of every shape, and files, drawn by hypothesis."""

from strategies.maps import evaluated, graphs, made_sayable, shapes
from strategies.typed import files
from strategies.words import names, texts

__all__ = ["evaluated", "files", "graphs", "made_sayable", "names", "shapes", "texts"]
