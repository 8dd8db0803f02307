"""Files of any kind as tables of text cells."""
