"""Tables of a map: how the rows of `argmap.render.rows` are written for spreadsheets and for readers."""
