"""Pictures as nodes and links, for programs that lay them out or read them themselves: Mermaid, D2 and GraphML."""
