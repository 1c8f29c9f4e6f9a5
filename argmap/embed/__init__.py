"""Maps inside of documents: for Sphinx, for Markdown (MkDocs), and for pandoc and Quarto."""
