"""Does the thesis stand? The semantics by which a map is evaluated, and what they find."""
