"""What tests are tried with: texts, names, whole maps of every shape, and files, drawn by hypothesis."""

from strategies.maps import graphs, shapes
from strategies.typed import files
from strategies.words import names, texts

__all__ = ["files", "graphs", "names", "shapes", "texts"]
