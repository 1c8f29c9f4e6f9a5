"""What pandoc makes of an outline: files of word processors, and slides. It is given its own document tree."""
