"""What stands in a picture, style by style: words in their fonts, boxes and bars, before any engine places them."""
