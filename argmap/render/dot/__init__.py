"""Pictures by Graphviz: their source in its language DOT, and the program that lays them out."""
